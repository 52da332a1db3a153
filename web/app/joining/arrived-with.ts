/**
 * What stood after # in the address when the page came: an invitation, a code of another device, a
 * server's voucher. It is taken out of the address, and so out of the browser's history, before anything
 * else happens; from then on it is only in memory. A voucher alone outlives a reload, in this tab, until it
 * is used: it lets somebody begin on a server, opens nothing, and cannot be asked for again.
 */
import { isDay } from '@alongside/practice';

export interface ArrivedWith {
  readonly path: string;
  readonly fragment: string;
}

let arrived: ArrivedWith | undefined;
let tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

/** Called once, first of all, before anything waits. */
export function takeFragment(from: Location, history: History, ofTab?: typeof tab): void {
  tab = ofTab;
  const fragment = from.hash.slice(1);
  if (fragment === '') return;
  arrived = { path: from.pathname, fragment };
  history.replaceState(history.state, '', from.pathname + from.search);
  const voucher = arrivedVoucher();
  try {
    if (voucher !== '') tab?.setItem('voucher', voucher);
  } catch {
    // A storage that is full or refused: it lasts as long as the page.
  }
}

/** What came with this path, until it is used. */
export function arrivedWith(path: string): string {
  return arrived?.path === path ? arrived.fragment : '';
}

/** The voucher in the address that a server printed, `#voucher=…`; empty where there was none. */
export function arrivedVoucher(): string {
  const said = new URLSearchParams(arrived?.fragment ?? '').get('voucher');
  return said ?? tab?.getItem('voucher') ?? '';
}

/** A message to weigh, `#weigh=…`, as the page of another organization's ask hands it over, with its days. */
export function arrivedMessage(): { text: string; by: string; on: string } {
  const said = new URLSearchParams(arrived?.fragment ?? '');
  const day = (name: string) => {
    const words = said.get(name) ?? '';
    return isDay(words) ? words : '';
  };
  return { text: said.get('weigh') ?? '', by: day('by'), on: day('on') };
}

/** It was used: nothing of it stays. */
export function forgetFragment(): void {
  arrived = undefined;
  tab?.removeItem('voucher');
}
