/** The address of a server as it is kept: no slash at its end, nothing behind `?` or `#`. */

/** Null where it is none, or would be spoken to in the open over a network. */
export function serverAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url))) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
