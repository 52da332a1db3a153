import { basename } from 'node:path';

/** Where a command's words go; tests hand in their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** A file's name for a terminal: what would steer it or turn the line about shows as a mark. */
export function shown(file: string): string {
  return basename(file).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd');
}
