/** A workspace in memory, made when someone tries or looks around; the vault loads only then. */
import type { PassingWorkspace } from '@alongside/vault';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

export async function newPassing(): Promise<PassingWorkspace> {
  const { createPassingWorkspace } = await import('@alongside/vault');
  const me = random(16).toBase64({ alphabet: 'base64url', omitPadding: true });
  return createPassingWorkspace({ me, random, now: Date.now });
}
