/** The page's half of what concerns the others: the last state that the worker told, and what is asked. */
import type { Workspace } from '../../workspace.ts';
import type { IntakeOpened, IntakeRead } from '../intake-types.ts';
import type { Ask, EndingSigned, PageWish } from '../messages.ts';
import type { FourWords, TogetherRefusal, TogetherState } from '../people-types.ts';
import type { Pairing, Together } from '../together-types.ts';
import type { Line } from './connect.ts';
import { findEnding, refuseEnding, takeEndingBack, writeEnding } from './endings.ts';
import { sharesIn, waysIn } from './ways-back.ts';

export interface KeptTogether extends Together {
  heard(state: TogetherState): void;
  /** Records were read or written: some of them are about the others. */
  tablesChanged(): void;
  /** A way back was opened, or ran out. */
  waysChanged(): void;
}

/** Milliseconds between looks into a lobby while somebody waits at it. */
export const LOOKS = 2000;

export function createTogether(
  first: TogetherState,
  line: Line,
  tables: Pick<Workspace, 'tables' | 'commit'>,
  now: () => number,
): KeptTogether {
  let told = first;
  let shown = first;
  const listeners = new Set<() => void>();
  /** Pages that show who asks. */
  let watchers = 0;

  /** For what is done or refused. */
  async function refusal(ask: Ask): Promise<TogetherRefusal | undefined> {
    return ((await line.ask(ask)) as TogetherRefusal | null) ?? undefined;
  }
  /** What the worker told, with what the tables say beside it. */
  function show() {
    const found = findEnding(tables, told);
    const ending = found && { by: found.by, at: found.at, refusedBy: found.refusedBy };
    const next = {
      ...told,
      keepEverything: { ...told.keepEverything, ending },
      waysBack: waysIn(tables.tables, told, now()),
    };
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of listeners) listener();
  }
  const change = (wish: PageWish) => refusal({ do: 'change', wish });

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    heard(state) {
      told = state;
      show();
    },
    tablesChanged() {
      if (told.keepEverything.holds) show();
    },
    waysChanged: show,
    serve: (at) => refusal({ do: 'serve', ...at }),
    eraseForGood: () => refusal({ do: 'eraseForGood' }),
    moveTo: (at) => refusal({ do: 'moveTo', ...at }),
    chooseHistory: () => refusal({ do: 'chooseHistory' }),
    adoptHistory: () => refusal({ do: 'adoptHistory' }),
    deleteLeft: () => refusal({ do: 'deleteLeft' }),
    tryNow: () => line.send({ type: 'try now' }),
    async settleAlarm(alarm) {
      await line.ask({ do: 'settleAlarm', alarm });
    },
    async look() {
      await line.ask({ do: 'look' });
    },
    watch() {
      watchers += 1;
      if (watchers === 1) line.send({ type: 'watch', on: true });
      let isOn = true;
      return () => {
        if (isOn) watchers -= 1;
        if (isOn && watchers === 0) line.send({ type: 'watch', on: false });
        isOn = false;
      };
    },
    invite: async (role) =>
      (await line.ask({ do: 'invite', role })) as Awaited<ReturnType<Together['invite']>>,
    revokeInvite: (id) => change({ type: 'revoke', id }),
    approve: (requests, core) => refusal({ do: 'approve', requests, core }),
    decline: (request) => refusal({ do: 'decline', request }),
    setRole: (member, role) => change({ type: 'setRole', member, role }),
    remove: (who) => change({ type: 'remove', ...who }),
    leave: () => change({ type: 'leave' }),
    dropOwnDevice: (device) => change({ type: 'dropOwnDevice', device }),
    pair: (signal) => pair(line, signal),
    setCircle: async (circle, members) =>
      (await line.ask({ do: 'setCircle', circle, members })) as Awaited<
        ReturnType<Together['setCircle']>
      >,
    intakes: {
      open: async (kind, says, lasts, circle) =>
        (await line.ask({ do: 'openIntake', kind, says, lasts, circle })) as
          | IntakeOpened
          | TogetherRefusal,
      say: (secret, says, until, circle) =>
        refusal({ do: 'sayIntake', secret, says, until, circle }),
      look: async (secret) =>
        (await line.ask({ do: 'lookIntake', secret })) as IntakeRead | TogetherRefusal,
    },
    async nameTrustees(trustees, words) {
      type Refused = Awaited<ReturnType<Together['nameTrustees']>> | null;
      const refused = await line.ask({ do: 'nameTrustees', trustees, words });
      return (refused as Refused) ?? undefined;
    },
    openWayBack: async (member) =>
      (await line.ask({ do: 'openReturn', member })) as Awaited<
        ReturnType<Together['openWayBack']>
      >,
    lookBack: async ({ fragment, member }) =>
      (await line.ask({ do: 'lookBack', fragment, member })) as Awaited<
        ReturnType<Together['lookBack']>
      >,
    agreeBack: ({ fragment, member }, id, { alone } = { alone: false }) =>
      refusal({ do: 'agreeBack', fragment, member, id, shares: sharesIn(tables.tables), alone }),
    async keepEverything(on) {
      if (on) return refusal({ do: 'keepEverything', on, second: null });
      const found = findEnding(tables, shown);
      if (found && found.by !== shown.me) {
        return refusal({ do: 'keepEverything', on, second: found.second });
      }
      const signed = (await line.ask({ do: 'signEnding' })) as EndingSigned | TogetherRefusal;
      if (signed.type !== 'EndingSigned') return signed;
      writeEnding(tables, shown.me, signed.place, signed.second);
      return undefined;
    },
    refuseEnding() {
      const found = findEnding(tables, shown);
      if (found && found.by !== shown.me) {
        refuseEnding(tables, found.by, shown.keepEverything.place);
      }
    },
    takeEndingBack: () => takeEndingBack(tables, shown.me),
  };
}

function pair(line: Line, signal: AbortSignal): Pairing {
  const begun = line.ask({ do: 'pair' }) as Promise<
    { readonly type: 'Code'; readonly code: string } | TogetherRefusal
  >;
  const code = begun.then((made) => (made.type === 'Code' ? made.code : made));
  signal.addEventListener('abort', () => void line.ask({ do: 'pairStop' }));
  return {
    code,
    words: code.then(async (shown) => {
      if (typeof shown !== 'string') return null;
      return untilFound(signal, async () => {
        return (await line.ask({ do: 'pairWords' })) as FourWords | null;
      });
    }),
    confirm: async () =>
      ((await line.ask({ do: 'pairConfirm' })) as TogetherRefusal | null) ?? undefined,
  };
}

/** Looks again and again until something is found, or nobody waits any more. */
export async function untilFound<T>(
  signal: AbortSignal,
  look: () => Promise<T | null>,
): Promise<T | null> {
  while (!signal.aborted) {
    const found = await look();
    if (found !== null) return found;
    if (signal.aborted) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOKS));
  }
  return null;
}
