/**
 * How a session moves from one state to the next. Each move is what a person would say: try, look
 * around, keep, unlock, lock. A refusal leaves everything as it was.
 */
import type { Change, PassingWorkspace } from '@alongside/vault';
import { recordsIn, replayInto } from '../open-workspace/replay.ts';
import type {
  BackupOpener,
  BackupRefusal,
  JoiningTurn,
  JoinOptions,
  JoinRefusal,
  KeepRefusal,
  KeptWorkspace,
  KitOptions,
  PairOptions,
  RestoreRefusal,
  ReturnOptions,
  StorageRefusal,
  UnlockRefusal,
  Vault,
} from '../open-workspace/vault.ts';
import type { SessionStore } from './session.ts';

export interface Moves {
  /** Finds what is kept on this device, and goes to the doors or the lock. Joins a tab that is open. */
  begin(): Promise<void>;
  /** Begins a first try: a workspace in memory. Does nothing where one is open. */
  startPassing(): Promise<void>;
  lookAround(): Promise<void>;
  /**
   * Keeps a workspace of its own beside the open one, under words of its own, and opens it in that one's
   * place: the other is locked. On a refusal nothing was made, and the open one stays as it was.
   */
  openBeside(beside: Beside): Promise<KeepRefusal | undefined>;
  /** Whether something was written since the workspace opened, and is kept nowhere. */
  hasUnkept(): boolean;
  /** Leaves the example: for a first try that holds the records typed there, or for the doors. */
  leaveExample(keepTyped: boolean): Promise<void>;
  /** Keeps what was typed so far, under a name. On a refusal everything typed is still there. */
  keep(name: string, words: string): Promise<KeepRefusal | undefined>;
  unlock(words: string): Promise<UnlockRefusal | undefined>;
  restoreFromKit(kit: string, words: string): Promise<RestoreRefusal | undefined>;
  /** Whether this opens the backup; nothing is kept of it. */
  lookIntoBackup(bytes: Uint8Array, opener: BackupOpener): Promise<BackupRefusal | undefined>;
  restoreFromBackup(
    bytes: Uint8Array,
    opener: BackupOpener,
    words: string,
  ): Promise<RestoreRefusal | undefined>;
  /** Somebody is about to join: what that takes is loaded while they type. */
  prepareToJoin(): Promise<void>;
  /** Asks to be let in by an invitation; once someone says yes, that workspace is open here. */
  join(options: JoinOptions): Promise<Turn>;
  /** Asks another device of this person to add this one. */
  pairHere(options: PairOptions): Promise<Turn>;
  /** Comes back with a new device, by the link that those who help have opened. */
  comeBackByLink(options: ReturnOptions): Promise<Turn>;
  /** Comes back with twelve words and a server alone. */
  comeBackByKit(options: KitOptions): Promise<JoinRefusal | undefined>;
  /**
   * Drops the keys here and in every tab. Where changes cannot be saved it asks first (`notSaved` of
   * the session), unless it is to lock `anyway`, or for a `risky` place, which the lock screen says.
   */
  lock(how?: 'anyway' | 'risky'): Promise<void>;
  /** Leaves open what was about to be locked. */
  stayOpen(): void;
  /** Removes the open workspace from this device; others that rest here stay, behind the lock. */
  erase(): Promise<StorageRefusal | undefined>;
  /** Removes everything that is sealed here, while it is locked, without its words. */
  eraseSealed(): Promise<StorageRefusal | undefined>;
}

export interface Beside {
  /** What the person is called there. */
  readonly name: string;
  readonly words: string;
  /** Everything that will be there, a commit an item. Everyone who is let in there reads it. */
  readonly holds: readonly (readonly Change[])[];
  /** Writes down in the open workspace that it was made. Gives the way to take that back. */
  readonly writeDown: () => () => void;
}

/** A way in that takes a while: the words to compare, and how it ended. */
export type Turn = JoiningTurn<JoinRefusal | undefined>;

export interface MovesContext {
  readonly store: SessionStore;
  /** The vault, connected when it is first needed and again after each lock. */
  readonly vault: () => Promise<Vault>;
  /** Another vault over the same storage, with a worker of its own. */
  readonly vaultBeside: () => Promise<Vault>;
  /** False only where nothing can be kept here, so that the vault need not be asked. */
  readonly mayHoldSomething: () => Promise<boolean>;
  readonly newPassing: () => Promise<PassingWorkspace>;
  /** Writes the example into a workspace; loaded when asked for. */
  readonly writeExample: (workspace: PassingWorkspace) => Promise<void>;
  /** Asks the browser not to clear what is kept when it runs out of room. */
  readonly askToStay: () => void;
  /** Whether a room holds something begun that is no record yet. */
  readonly hasUnfinished: (workspace: PassingWorkspace) => boolean;
  /** Has the rooms write down what was begun. */
  readonly beforeKeep: (workspace: PassingWorkspace) => Promise<void>;
  /** Writes the person's own name, once kept. */
  readonly writeName: (workspace: KeptWorkspace, name: string) => void;
  /** Nothing is left here after something was erased: what lies outside the seal goes too. */
  readonly forgetOutside: () => void;
}

interface Passing {
  readonly workspace: PassingWorkspace;
  /** What the example held before the person wrote anything. */
  readonly given: ReadonlySet<string>;
  readonly commits: number;
}

export function createMoves(context: MovesContext): Moves {
  const { store, vault, mayHoldSomething, newPassing, writeExample } = context;
  const { askToStay, writeName, hasUnfinished, beforeKeep, vaultBeside, forgetOutside } = context;
  let passing: Passing | undefined;
  let leaving: 'risky' | 'erasing' | undefined;
  /** What opens as soon as the open workspace is locked. */
  let next: KeptWorkspace | undefined;

  const show = (workspace: PassingWorkspace, example: boolean) => {
    const changes = workspace.changes();
    passing = {
      workspace,
      given: example ? recordsIn(changes) : new Set(),
      commits: example ? changes.length : 0,
    };
    store.set({ type: 'Passing', workspace, example });
  };
  const open = (workspace: KeptWorkspace, how: { readonly besides?: true } = {}) => {
    passing = undefined;
    leaving = undefined;
    next = undefined;
    workspace.onLocked((because, lost) => {
      if (because === 'erased' || leaving === 'erasing') {
        // What was open is gone; whether the lock or the doors come next is asked of the storage.
        store.set({ type: 'Starting' });
        void afterErasing();
      } else if (next) open(next, { besides: true });
      else store.set({ type: 'Locked', risky: leaving === 'risky', ...(lost > 0 && { lost }) });
    });
    store.set({ type: 'Open', workspace, ...how });
  };
  /** The lock where something rests here, else the doors. */
  const toStart = async () => {
    const places = await (await vault()).list();
    if ('type' in places) store.set({ type: 'Doors', refusal: places });
    else store.set(places.length > 0 ? { type: 'Locked', risky: false } : { type: 'Doors' });
  };
  let erasing: Promise<void> | undefined;
  const afterErasing = () => {
    erasing ??= toStart().then(() => {
      erasing = undefined;
      if (store.get().type === 'Doors') forgetOutside();
    });
    return erasing;
  };
  /** Opens what the vault gave, or hands its refusal back. */
  const openOr = <Refusal extends { readonly type: string }>(
    outcome: KeptWorkspace | Refusal,
  ): Refusal | undefined => {
    if ('type' in outcome) return outcome;
    open(outcome);
    return undefined;
  };

  /** Follows a way in, and opens what it leads to. */
  const following = (turn: JoiningTurn<KeptWorkspace | JoinRefusal>, name?: string): Turn => ({
    fourWords: turn.fourWords,
    done: turn.done.then((outcome) => {
      if (!('type' in outcome)) {
        askToStay();
        if (name !== undefined) writeName(outcome, name);
      }
      return openOr(outcome);
    }),
  });

  return {
    async begin() {
      if (!(await mayHoldSomething())) {
        store.set({ type: 'Doors' });
        return;
      }
      await toStart();
    },
    async startPassing() {
      if (store.get().type !== 'Doors') return;
      const workspace = await newPassing();
      if (store.get().type === 'Doors') show(workspace, false);
    },
    async lookAround() {
      if (store.get().type !== 'Doors') return;
      const workspace = await newPassing();
      await writeExample(workspace);
      if (store.get().type === 'Doors') show(workspace, true);
    },
    hasUnkept: () =>
      passing !== undefined &&
      (passing.workspace.changes().length > passing.commits || hasUnfinished(passing.workspace)),
    async leaveExample(keepTyped) {
      if (passing && keepTyped) {
        const { workspace: example, given } = passing;
        const own = await newPassing();
        replayInto(own, example, (key) => !given.has(key));
        show(own, false);
        return;
      }
      passing = undefined;
      store.set({ type: 'Doors' });
    },
    async keep(name, words) {
      if (!passing) return undefined;
      await beforeKeep(passing.workspace);
      const outcome = await (await vault()).keep({ words, passing: passing.workspace });
      if (!('type' in outcome)) {
        askToStay();
        writeName(outcome, name);
      }
      return openOr(outcome);
    },
    async openBeside({ name, words, holds, writeDown }) {
      const session = store.get();
      if (session.type !== 'Open') return undefined;
      const made = await newPassing();
      for (const changes of holds) made.commit(changes, 'everyone');
      const beside = await (await vaultBeside()).keep({ words, passing: made });
      if ('type' in beside) return beside;
      askToStay();
      writeName(beside, name);
      const now = store.get();
      if (now.type !== 'Open' || now.workspace !== session.workspace) {
        // Locked meanwhile, from another tab: whoever did that wants nothing open.
        await beside.lock({ anyway: true });
        return undefined;
      }
      const takeBack = writeDown();
      next = beside;
      const notSaved = await session.workspace.lock().catch((error: unknown) => {
        next = undefined;
        throw error;
      });
      if (!notSaved) return undefined;
      next = undefined;
      takeBack();
      await beside.erase();
      return { type: 'StorageFull' };
    },
    unlock: async (words) => openOr(await (await vault()).unlock({ words })),
    restoreFromKit: async (kit, words) =>
      openOr(await (await vault()).restoreFromKit({ kit, words })),
    async lookIntoBackup(bytes, opener) {
      const found = await (await vault()).verifyBackup(bytes, opener);
      return found.type === 'BackupIsWhole' ? undefined : found;
    },
    restoreFromBackup: async (bytes, opener, words) =>
      openOr(await (await vault()).restoreFromBackup({ bytes, opener, words })),
    prepareToJoin: async () => (await vault()).prepareToJoin(),
    join: async (options) => following((await vault()).joinByInvitation(options), options.name),
    pairHere: async (options) => following((await vault()).pairHere(options)),
    comeBackByLink: async (options) => following((await vault()).comeBackByLink(options)),
    comeBackByKit: async (options) => openOr(await (await vault()).comeBackByKit(options)),
    async lock(how) {
      const session = store.get();
      if (session.type !== 'Open') return;
      leaving = how === 'risky' ? 'risky' : undefined;
      const refusal = await session.workspace.lock({ anyway: how !== undefined });
      const now = store.get();
      if (refusal && now.type === 'Open') store.set({ ...now, notSaved: refusal.waiting });
    },
    stayOpen() {
      const session = store.get();
      if (session.type !== 'Open') return;
      const { notSaved: _, ...open } = session;
      store.set(open);
    },
    async erase() {
      const session = store.get();
      if (session.type !== 'Open') return undefined;
      leaving = 'erasing';
      const refusal = await session.workspace.erase();
      if (refusal) leaving = undefined;
      else await afterErasing();
      return refusal;
    },
    async eraseSealed() {
      if (store.get().type !== 'Locked') return undefined;
      const door = await vault();
      const places = await door.list();
      if ('type' in places) return places;
      for (const { place } of places) {
        const refusal = await door.erase(place);
        if (refusal) return refusal;
      }
      store.set({ type: 'Doors' });
      return undefined;
    },
  };
}
