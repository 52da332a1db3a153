/** Messages to append, each one of a kind, and what of them a server still has. */

const markLength = 12;

/** A message of so many bytes as it travels in base64url, numbered. */
export function messageOf(number: number, bytes: number): string {
  const mark = `mark${String(number).padStart(markLength - 4, '0')}`;
  return mark.padEnd(Math.ceil(bytes / 3) * 4, 'A');
}

/** What tells a message from all others and from offsets, wherever it stands in bytes. */
export function markIn(message: string): string {
  return message.slice(0, markLength);
}

/** How many messages a server said it has and does not give, and how many it gives more than once. */
export function lossOf(
  acknowledged: readonly string[],
  kept: readonly string[],
): { readonly missing: number; readonly repeated: number } {
  const there = new Set(kept);
  return {
    missing: acknowledged.filter((message) => !there.has(message)).length,
    repeated: kept.length - there.size,
  };
}
