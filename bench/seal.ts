/** One seal for all contenders: AES-256-GCM over everything, one Ed25519 signature of its SHA-256. */

const aes = () =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);

const pkcs8 = Uint8Array.fromHex(`302e020100300506032b657004220420${'09'.repeat(32)}`);

export interface SealKeys {
  readonly aes: CryptoKey;
  readonly sign: CryptoKey;
  readonly verify: CryptoKey;
}

export async function sealKeys(): Promise<SealKeys> {
  const sign = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', sign);
  const pub = Uint8Array.fromBase64(x ?? '', { alphabet: 'base64url' });
  const verify = await crypto.subtle.importKey('raw', pub, 'Ed25519', true, ['verify']);
  return { aes: await aes(), sign, verify };
}

/** `signature[64] | iv[12] | ciphertext`. */
export async function seal(
  plain: Uint8Array<ArrayBuffer>,
  keys: SealKeys,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ct = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, keys.aes, plain));
  const digest = await crypto.subtle.digest('SHA-256', ct);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.sign, digest));
  const sealed = new Uint8Array(76 + ct.length);
  sealed.set(signature);
  sealed.set(iv, 64);
  sealed.set(ct, 76);
  return sealed;
}

export async function unseal(
  sealed: Uint8Array<ArrayBuffer>,
  keys: SealKeys,
): Promise<Uint8Array<ArrayBuffer>> {
  const ct = sealed.subarray(76);
  const [digest, plain] = await Promise.all([
    crypto.subtle.digest('SHA-256', ct),
    crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(64, 76) }, keys.aes, ct),
  ]);
  if (!(await crypto.subtle.verify('Ed25519', keys.verify, sealed.slice(0, 64), digest))) {
    throw new Error('The seal does not hold');
  }
  return new Uint8Array(plain);
}

/** Parts as one, each after its length. */
export function pack(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + 8 + part.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    whole.set(part, at + 8);
    at += 8 + part.length;
  }
  return whole;
}

export function unpack(whole: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(whole.buffer, whole.byteOffset);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < whole.length; ) {
    const length = view.getUint32(at);
    parts.push(whole.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  return parts;
}
