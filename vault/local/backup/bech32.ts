/** Bech32 (BIP-173), only to write a kit's age identity as text that the stock `age` program reads. */
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

export function bytesToBech32(prefix: string, bytes: Uint8Array): string {
  const data = fives(bytes);
  const spread = [...prefix].map((letter) => letter.charCodeAt(0));
  const expanded = [...spread.map((c) => c >> 5), 0, ...spread.map((c) => c & 31)];
  const check = checksum([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = Array.from({ length: 6 }, (_, i) => (check >>> (5 * (5 - i))) & 31);
  return `${prefix}1${[...data, ...tail].map((value) => LETTERS[value]).join('')}`;
}

/** The bits in groups of five, the last filled with zeros. */
function fives(bytes: Uint8Array): number[] {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      groups.push((held >> bits) & 31);
    }
  }
  if (bits > 0) groups.push((held << (5 - bits)) & 31);
  return groups;
}

function checksum(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [i, part] of GENERATOR.entries()) if ((top >>> i) & 1) check ^= part;
  }
  return check;
}
