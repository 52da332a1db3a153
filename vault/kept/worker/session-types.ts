/** What an open workspace in the worker is given, and what it does. `session.ts` puts it together. */
import type { Carried } from '../../checkpoint/carried.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Clock } from '../../identity/types.ts';
import type { KeyringAtRest, Resting } from '../../local/rest/keys-at-rest.ts';
import type { Write, WriteRefusal } from '../../local/storage.ts';
import type { Replica } from '../../log/types.ts';
import type { State } from '../../membership/state.ts';
import type { Network } from '../../sync/network.ts';
import type { SafetyState } from '../../workspace.ts';
import type { PassingContent, ToPage, ToWorker, WrittenBefore } from '../messages.ts';
import type { TogetherAlarm, TogetherRefusal, TogetherState } from '../people-types.ts';
import type { TabMessage, Tabs } from '../tabs.ts';
import type { Envelopes } from './envelopes.ts';
import type { People } from './people/people.ts';

export interface SessionContext {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly network: Network;
  readonly post: (message: ToPage) => void;
  /** Asks the page for its folded state; `erased` without what deleted records said. */
  readonly blocks: (erased?: boolean) => Promise<readonly Block[]>;
  /** This tab lags behind what is still stored: it must open anew. */
  readonly leftBehind: () => void;
  /** Tells other tabs. */
  readonly say: (message: TabMessage) => void;
}

/** A write as the page hands it over. */
export type WriteOfPage = Omit<Extract<ToWorker, { type: 'write' }>, 'type'>;

export interface Session {
  readonly place: string;
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly replica: Replica;
  readonly onlyMe: string;
  readonly coreTeam: string;
  /** How this device's workspace stands with others. */
  together(): TogetherState;
  /** Looks for a server, and gives what waits for it from before. Nothing is followed yet. */
  prepare(): Promise<readonly WrittenBefore[]>;
  /** What waits for the server and could not be read. */
  readonly heldDamaged: number;
  /** Begins to follow the server, once the page has its tables. */
  start(): void;
  /** Ends what goes on by itself. */
  stop(): void;
  readonly envelopes: Envelopes;
  write(write: WriteOfPage): void;
  /** Saves until nothing waits to be saved, or nothing more can be stored. */
  flush(): Promise<SafetyState>;
  /** Another tab says something. */
  heard(message: TabMessage): void;
  tryNow(): void;
  serve(server: string, voucher: string): Promise<TogetherRefusal | undefined>;
  settleAlarm(alarm: TogetherAlarm): Promise<void>;
  /** Looks for who asks to be let in, and tells the page, for as long as it is on. */
  watch(on: boolean): void;
  /** What can be done about the others; undefined where no server brings them together. */
  people(): Promise<People | undefined>;
  /**
   * Two histories, and this device's is chosen: what the server has instead is not read. Only a
   * compaction right after it makes that a choice for all.
   */
  skipToEnd(): Promise<TogetherRefusal | undefined>;
  /** Takes the history that a steward chose; then the place must be opened anew. */
  adoptHistory(): Promise<TogetherRefusal | null>;
  /** Deletes what a move left behind, also where not everybody has followed. False where that cannot be done now. */
  deleteLeft(): Promise<boolean>;
  /**
   * Runs work on the chain while no other tab writes, and takes a snapshot after it. Gives undefined
   * where a fork waits for a person: until it is settled nobody changes who is here.
   */
  changeChain<T>(work: (replica: Replica) => Promise<T>): Promise<T | undefined>;
  /** Writes everything a passing workspace held, in order, each with its audience; all, or refused. */
  replay(passing: PassingContent): Promise<WriteRefusal | undefined>;
  snapshot(also?: readonly Write[]): Promise<WriteRefusal | undefined>;
  /** Runs work on the page's folded state while it stands at the same position as the chain. */
  withBlocks<T>(work: (blocks: readonly Block[]) => Promise<T>): Promise<T>;
}

export interface SessionStart {
  readonly state: State;
  readonly offset: number;
  readonly carried: Carried;
}
