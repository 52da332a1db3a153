/** What every server that is measured does: it says where it is, and ends with whoever started it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** Prints the address, and stops when the one who started this process closes its input, or ends. */
export function hosted(address: string, stop: () => Promise<void> | void): void {
  process.stdout.write(`listening ${address}\n`);
  process.stdin.on('end', async () => {
    await stop();
    process.exit(0);
  });
  process.stdin.resume();
}

/** For servers that cannot say which port they took. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until somebody listens there. */
export async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isThere) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
