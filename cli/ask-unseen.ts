/** Asks at the terminal for what opens something, so it does not appear there; else reads a line. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';

/** One line as it was typed, or the first of standard input where that is no terminal. */
export async function askUnseen(question: string): Promise<string> {
  if (!process.stdin.isTTY) return (await textOf(process.stdin)).split('\n')[0] ?? '';
  const unseen = new Writable({ write: (_bytes, _encoding, done) => done() });
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return await Promise.race([lines.question(question), closed]);
  } finally {
    process.stderr.write('\n');
    lines.close();
  }
}
