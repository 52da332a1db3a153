/**
 * A code that a phone's camera reads. It is drawn as one path, dark on light in both looks, with the
 * quiet margin that readers need. What it says stands in words beside it, for whoever has no camera, and for
 * what is longer than a code holds: then there is none.
 */
import { useMemo } from 'react';
import { qrPath } from './qr-path.ts';
import './QrCode.css';

export function QrCode({ says, label }: { readonly says: string; readonly label: string }) {
  const code = useMemo(() => qrPath(says), [says]);
  if (!code) return null;
  const { size, path } = code;
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className="qr-light" width={size} height={size} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
