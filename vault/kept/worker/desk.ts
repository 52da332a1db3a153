/**
 * What the worker has on its desk: the storage, at most one open session, and the talk with other
 * tabs about it.
 */

import type { Bytes } from '../../envelope/bytes.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { OpenRefusal } from '../../local/indexeddb-storage.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { placeKeys } from '../../local/rest/place.ts';
import { localKeys, rootHandle } from '../../local/root.ts';
import type { Storage } from '../../local/storage.ts';
import type { Accepted } from '../../types.ts';
import type { ClosedBecause, Opened, ToPage } from '../messages.ts';
import type { TabTalk } from '../tabs.ts';
import type { Damage, StorageRefusal } from '../types.ts';
import type { Joining } from './answer-joining.ts';
import { kitInUse } from './kit.ts';
import type { WorkerContext } from './serve.ts';
import { createSession } from './session.ts';
import type { Session, SessionContext, SessionStart } from './session-types.ts';

export interface Desk {
  readonly context: WorkerContext;
  readonly session: Session | undefined;
  /** What somebody who has no workspace yet is in the middle of. */
  joining: Joining | undefined;
  storage(): Promise<Storage | StorageRefusal>;
  resting(place: string, root: CryptoKey): Promise<Resting>;
  /** Opens a session, and tells the page so; the page has its tables when this resolves. */
  open(
    resting: Resting,
    keyring: SessionContext['keyring'],
    start: SessionStart,
    read: OpenedFrom,
  ): Promise<Session>;
  gotBlocks(blocks: readonly Block[]): void;
  /** Saves what can be saved, then drops every key, here and, unless `quiet`, in the other tabs. */
  lock(quiet: boolean): Promise<void>;
  drop(): void;
  say(message: Parameters<TabTalk['say']>[0]): void;
}

/** What the page begins with. */
export interface OpenedFrom {
  readonly blocks: readonly Block[];
  readonly entries: readonly Accepted[];
  readonly erased?: readonly number[];
  readonly damaged: readonly Damage[];
}

/** How long a page may take to hand over what was typed when another tab has locked. */
const GRACE = 2000;

export function createDesk(context: WorkerContext, post: (message: ToPage) => void): Desk {
  let storage: Storage | undefined;
  let session: Session | undefined;
  let talk: TabTalk | undefined;
  let release = () => {};
  let waitingForBlocks: ((blocks: readonly Block[]) => void) | undefined;

  function drop() {
    session?.stop();
    session = undefined;
    release();
    talk?.close();
    talk = undefined;
  }

  /** Another tab has locked: the page hands over what was typed and asks to lock; or it is too late. */
  function closeSoon(because: ClosedBecause) {
    const closing = session;
    post({ type: 'close', because });
    setTimeout(() => {
      if (session === closing) drop();
    }, GRACE);
  }

  return {
    context,
    joining: undefined,
    get session() {
      return session;
    },
    async storage() {
      if (storage) return storage;
      const opened = await context.openStorage();
      if ('type' in opened) return refusalOf(opened);
      storage = opened;
      return opened;
    },
    async resting(place, root) {
      const opened = await this.storage();
      if ('type' in opened) throw new Error(opened.type);
      return {
        storage: opened,
        keys: placeKeys(place),
        local: await localKeys(root),
        random: context.random,
      };
    },
    async open(resting, keyring, start, { blocks, entries, erased = [], damaged }) {
      const { place } = resting.keys;
      const opening = createSession(
        {
          resting,
          keyring,
          clock: context.clock,
          tabs: context.tabs,
          network: context.network,
          post,
          leftBehind: () => closeSoon('elsewhere'),
          blocks: (erased = false) =>
            new Promise((resolve) => {
              waitingForBlocks = resolve;
              post({ type: 'blocks please', erased });
            }),
          say: (message) => talk?.say(message),
        },
        start,
      );
      const waiting = await opening.prepare();
      session = opening;
      const letGo = [context.tabs.hold(place), context.roots.hold(place, resting.local.root)];
      release = () => {
        for (const go of letGo) go();
      };
      talk = context.tabs.talk(place, (message) => {
        if (message.type === 'locked') closeSoon('elsewhere');
        else if (message.type === 'erased') closeSoon('erased');
        else opening.heard(message);
      });
      const opened: Opened = {
        type: 'Opened',
        place,
        me: opening.replica.member,
        onlyMe: opening.onlyMe,
        coreTeam: opening.coreTeam,
        hasKit: (await kitInUse(opening)) !== undefined,
        blocks,
        entries,
        erased,
        waiting,
        together: opening.together(),
        damaged: opening.heldDamaged > 0 ? [...damaged, { type: 'HeldDamaged' }] : damaged,
      };
      post({ type: 'opened', opened });
      opening.start();
      talk.say({ type: 'server please' });
      return opening;
    },
    gotBlocks(blocks) {
      waitingForBlocks?.(blocks);
      waitingForBlocks = undefined;
    },
    async lock(quiet) {
      if (!quiet) talk?.say({ type: 'locked' });
      try {
        await session?.flush();
      } finally {
        drop();
      }
    },
    drop,
    say: (message) => talk?.say(message),
  };
}

export async function rootFrom(raw: Bytes): Promise<CryptoKey> {
  const root = await rootHandle(raw);
  raw.fill(0);
  return root;
}

function refusalOf(refusal: OpenRefusal): StorageRefusal {
  if (refusal.type === 'OtherTabInTheWay') return { type: 'StorageInUse' };
  return refusal;
}
