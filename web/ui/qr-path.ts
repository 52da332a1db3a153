/** A code that a phone's camera reads, as one path of squares. */
import { utf8Length } from '@alongside/practice';
import encodeQr from 'qr';

/** Modules of light around the code (ISO/IEC 18004 asks for four). */
const margin = 4;

/** Bytes that the largest code of medium correction holds (ISO/IEC 18004, version 40-M). */
export const mostInCode = 2331;

/** `size` is the width in modules, margin included. Null where the words are more than a code holds. */
export function qrPath(says: string): { readonly size: number; readonly path: string } | null {
  if (utf8Length(says) > mostInCode) return null;
  const rows = encodeQr(says, 'raw', { border: margin, ecc: 'medium' });
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size: rows.length, path };
}
