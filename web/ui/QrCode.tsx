/**
 * A code that a phone's camera reads. It is drawn as one path, dark on light in both looks, with the
 * quiet margin that readers need. What it says stands in words beside it, for whoever has no camera.
 */
import encodeQr from 'qr';
import { useMemo } from 'react';
import './QrCode.css';

/** Modules of light around the code (ISO/IEC 18004 asks for four). */
const margin = 4;

export function QrCode({ says, label }: { readonly says: string; readonly label: string }) {
  const { size, path } = useMemo(() => pathOf(says), [says]);
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}

function pathOf(says: string): { readonly size: number; readonly path: string } {
  const rows = encodeQr(says, 'raw', { border: margin, ecc: 'medium' });
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size: rows.length, path };
}
