/**
 * How a session moves from one state to the next. Each move is what a person would say: try, look
 * around, keep, unlock, lock. Lock reaches every tab of this browser.
 */
import type { PassingWorkspace } from '@alongside/vault';
import type { Keeper, Kept } from '../open-workspace/keeper.ts';
import type { OpenRefusal } from '../open-workspace/refusals.ts';
import { recordsIn, replayInto } from '../open-workspace/replay.ts';
import type { SessionStore } from './session.ts';

export interface Moves {
  /** Begins a first try: a workspace in memory. Does nothing where one is open. */
  startPassing(): Promise<void>;
  lookAround(): Promise<void>;
  /** Whether something was written since the workspace opened, and is kept nowhere. */
  hasUnkept(): boolean;
  /** Leaves the example: for a first try that holds the records typed there, or for the doors. */
  leaveExample(keepTyped: boolean): Promise<void>;
  /** Keeps what was typed so far. On a refusal nothing was kept and everything typed is still there. */
  keep(name: string, words: readonly string[]): Promise<OpenRefusal | undefined>;
  unlock(words: readonly string[]): Promise<OpenRefusal | undefined>;
  /** Drops the keys here and in every tab. With `risky`, only the words open it again. */
  lock(how?: { readonly risky: boolean }): Promise<void>;
  /** Another tab locked or erased: the same here, without telling on. */
  heardFromTab(message: TabMessage): Promise<void>;
  erase(): Promise<void>;
}

export type TabMessage = 'locked' | 'locked-risky' | 'erased';

export interface MovesContext {
  readonly store: SessionStore;
  readonly keeper: Keeper;
  readonly newPassing: () => Promise<PassingWorkspace>;
  /** Writes the example into a workspace; loaded when asked for. */
  readonly writeExample: (workspace: PassingWorkspace) => Promise<void>;
  readonly tellTabs: (message: TabMessage) => void;
}

interface Passing {
  readonly workspace: PassingWorkspace;
  /** What the example held before the person wrote anything. */
  readonly given: ReadonlySet<string>;
  readonly commits: number;
}

export function createMoves(context: MovesContext): Moves {
  const { store, keeper, newPassing, writeExample, tellTabs } = context;
  let passing: Passing | undefined;
  let kept: Kept | undefined;

  const show = (workspace: PassingWorkspace, example: boolean) => {
    const changes = workspace.changes();
    passing = {
      workspace,
      given: example ? recordsIn(changes) : new Set(),
      commits: example ? changes.length : 0,
    };
    store.set({ type: 'Passing', workspace, example });
  };
  const open = (opened: Kept) => {
    passing = undefined;
    kept = opened;
    store.set({ type: 'Open', workspace: opened.workspace });
  };
  const close = async () => {
    const closing = kept;
    kept = undefined;
    passing = undefined;
    await closing?.close();
  };

  return {
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
    hasUnkept: () => passing !== undefined && passing.workspace.changes().length > passing.commits,
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
      if (!passing) return { type: 'DidNotStart' };
      const outcome = await keeper.keep({ name, words, typed: passing.workspace });
      if (outcome.type !== 'Kept') return outcome;
      open(outcome);
      return undefined;
    },
    async unlock(words) {
      const outcome = await keeper.unlock(words);
      if (outcome.type !== 'Kept') return outcome;
      open(outcome);
      return undefined;
    },
    async lock(how = { risky: false }) {
      store.set({ type: 'Locked', risky: how.risky });
      tellTabs(how.risky ? 'locked-risky' : 'locked');
      await close();
    },
    async heardFromTab(message) {
      if (store.get().type !== 'Open' && store.get().type !== 'Locked') return;
      store.set(
        message === 'erased'
          ? { type: 'Doors' }
          : { type: 'Locked', risky: message === 'locked-risky' },
      );
      await close();
    },
    async erase() {
      await close();
      await keeper.erase();
      tellTabs('erased');
      store.set({ type: 'Doors' });
    },
  };
}
