/**
 * The headers of every answer that carries the application. Scripts come from the application itself
 * and carry their hash; nothing is asked of another origin; strings never become code or markup.
 */
import { integrityOf } from './hashes.ts';

/**
 * Style elements that React Aria writes for itself: how a pressable thing takes touches, and how the
 * page stays still under a dialog on iOS. Their text is fixed, so each is allowed by its hash.
 */
const ariaStyles = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

/**
 * The servers that whoever builds the application allows besides its own: addresses with spaces between,
 * each taken as its origin. Throws where one is none, or would be spoken to in the open.
 */
export function allowedServers(given: string | undefined): readonly string[] {
  return (given ?? '').split(/\s+/).flatMap((address) => {
    if (address === '') return [];
    const url = URL.parse(address);
    const isLocal = url !== null && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname);
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return [url.origin];
    throw new Error(`Not a server that can be allowed: ${address}`);
  });
}

/** Features of the device that a page of ours may ask for; all others are off. */
const ownFeatures = [
  'camera',
  'publickey-credentials-get',
  'publickey-credentials-create',
  'screen-wake-lock',
  'clipboard-write',
  'fullscreen',
];
const noFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * The headers, given the text of the inline import map. `servers`: origins besides its own that the
 * application may speak with, such as the one that a workspace moves to.
 */
export function headersFor(
  importMap: string,
  servers: readonly string[] = [],
): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval' '${integrityOf(importMap, 'sha256')}'`,
    `style-src 'self' ${ariaStyles.map((style) => `'${integrityOf(style, 'sha256')}'`).join(' ')}`,
    `img-src 'self' blob:`,
    `font-src 'self'`,
    ['connect-src', "'self'", ...servers].join(' '),
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types alongside dompurify ProseMirrorClipboard`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Integrity-Policy': 'blocked-destinations=(script)',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': [
      ...ownFeatures.map((feature) => `${feature}=(self)`),
      ...noFeatures.map((feature) => `${feature}=()`),
    ].join(', '),
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
