/**
 * What stood after # in the address when the page came: an invitation, a code of another device, a
 * server's voucher. It is taken out of the address, and so out of the browser's history, before anything
 * else happens; from then on it is only in memory.
 */
export interface ArrivedWith {
  readonly path: string;
  readonly fragment: string;
}

let arrived: ArrivedWith | undefined;

/** Called once, first of all, before anything waits. */
export function takeFragment(from: Location, history: History): void {
  const fragment = from.hash.slice(1);
  if (fragment === '') return;
  arrived = { path: from.pathname, fragment };
  history.replaceState(history.state, '', from.pathname + from.search);
}

/** What came with this path, until it is used. */
export function arrivedWith(path: string): string {
  return arrived?.path === path ? arrived.fragment : '';
}

/** The voucher in the address that a server printed, `#voucher=…`; empty where there was none. */
export function arrivedVoucher(): string {
  return new URLSearchParams(arrived?.fragment ?? '').get('voucher') ?? '';
}

/** A message to weigh, `#weigh=…`, as the page of another organization's ask hands it over. */
export function arrivedMessage(): string {
  return new URLSearchParams(arrived?.fragment ?? '').get('weigh') ?? '';
}

/** It was used: nothing of it stays. */
export function forgetFragment(): void {
  arrived = undefined;
}
