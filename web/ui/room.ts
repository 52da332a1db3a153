/** What a room tells the application about itself: its pages and what search finds in it. */
import type { StoredRecord, Tables, Workspace } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import type { ComponentType } from 'react';

export interface RoomPage {
  /** A TanStack Router path: `/stories/$story`. */
  readonly path: string;
  /** Loads the page when it is first opened. */
  readonly load: () => Promise<{ default: ComponentType }>;
}

export interface Findable {
  readonly table: string;
  /** The words search looks through. */
  readonly words: (record: StoredRecord) => string;
  /** What the result is called, and where it leads. */
  readonly title: (record: StoredRecord) => string;
  readonly path: (record: StoredRecord) => string;
}

export interface Room {
  readonly pages: readonly RoomPage[];
  readonly findable: readonly Findable[];
  /** The room enters *More* with the first record of one of these tables; else of those it finds. */
  readonly entersWith?: readonly string[];
  /** Texts written together that an export takes along: fields that the tables do not list. */
  readonly texts?: readonly { readonly table: string; readonly field: string }[];
  /** Whether something was begun here that is no record yet and would be lost with the tab. */
  readonly hasUnfinished?: (workspace: Workspace) => boolean;
  /** Writes down what was begun, because *Keep this* means it too. */
  readonly beforeKeep?: (workspace: Workspace) => Promise<void>;
  /**
   * What the room does by itself as long as a kept workspace is open, once there is a record in one of
   * these tables. The work gives the way to stop it.
   */
  readonly whileOpen?: {
    readonly from: readonly string[];
    readonly load: () => Promise<(workspace: KeptWorkspace) => () => void>;
  };
  /** How many things here wait for an answer. Only Asks shows a number. */
  readonly waiting?: (tables: Tables) => number;
}
