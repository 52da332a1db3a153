/** What everything about the others needs from the session. */
import type { ChunksPlace } from '../../../checkpoint/chunks.ts';
import type { Publisher } from '../../../checkpoint/publish.ts';
import type { Capsule } from '../../../joining/trustees.ts';
import type { ChildRefusal, Children } from '../../../log/children.ts';
import type { Replica } from '../../../log/types.ts';
import type { SessionContext } from '../session-types.ts';

export interface PeopleParts {
  readonly context: SessionContext;
  readonly server: string;
  readonly children: Children;
  readonly publisher: Publisher;
  /** The folded state without what deleted records said. */
  readonly erasedBlocks: Publisher['blocks'];
  /** Where this device has read to on the server. */
  readonly reached: () => Promise<string>;
  /** An entry that brings new keys is about to be made: what the server must say for it is asked now. */
  readonly soonTurns: () => void;
  /** Nothing will be put there: the child goes again, where that can be. */
  readonly giveUpChunks: (place: ChunksPlace | ChildRefusal) => Promise<void>;
  /** Runs work on the chain; undefined where a fork waits for a person. */
  readonly changeChain: <T>(work: (replica: Replica) => Promise<T>) => Promise<T | undefined>;
  /** Seals capsules and sends them; false where one was not read back yet. */
  readonly enclose: (capsules: readonly Capsule[]) => Promise<boolean>;
  /** Tells the page how things stand. */
  readonly tell: () => void;
}
