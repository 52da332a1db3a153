/** What somebody calls who comes in, or comes back: by a link, a code, a way back, or twelve words. */
import type { FourWords } from './people-types.ts';

/** What someone without a workspace asks of a vault. */
export interface Joining<Workspace> {
  /**
   * Somebody is about to join: loads what that takes while they type. Nothing is written, and no server
   * is asked for anything but the application's own files.
   */
  prepareToJoin(): Promise<void>;
  /** Asks to be let in; `words` become the six words of this device once a steward says yes. */
  joinByInvitation(options: JoinOptions): JoiningTurn<Workspace | JoinRefusal>;
  /** Comes back with a new device, by the link of a way back, once those who help say yes. */
  comeBackByLink(options: ReturnOptions): JoiningTurn<Workspace | JoinRefusal>;
  /** A new device of this person: `code` as read from the old one's screen. */
  pairHere(options: PairOptions): JoiningTurn<Workspace | JoinRefusal>;
  /** Twelve words on a new device, with nothing else: finds the workspace on its server. */
  comeBackByKit(options: KitOptions): Promise<Workspace | JoinRefusal>;
}

export interface JoinOptions {
  /** What stood after # in the link. */
  readonly fragment: string;
  readonly name: string;
  readonly words: string;
  readonly signal: AbortSignal;
}

export interface ReturnOptions {
  /** What stood after # in the link. */
  readonly fragment: string;
  readonly words: string;
  readonly signal: AbortSignal;
}

export interface PairOptions {
  readonly code: string;
  readonly words: string;
  readonly signal: AbortSignal;
}

export interface KitOptions {
  readonly kit: string;
  readonly server: string;
  readonly words: string;
}

/** Two moments of joining: the words can be compared; it ended. It goes on trying until it is stopped. */
export interface JoiningTurn<Done> {
  /** Null where it ended before there was anything to compare. */
  readonly fourWords: Promise<FourWords | null>;
  readonly done: Promise<Done>;
}

export type JoinRefusal =
  | { readonly type: 'NotALink' }
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'InvitationSpent' }
  | { readonly type: 'InvitationExpired' }
  | { readonly type: 'Declined' }
  /** The server shows less than the invitation knows: rolled back, or another's. */
  | { readonly type: 'OlderThanInvitation' }
  | { readonly type: 'NotTheirs' }
  | { readonly type: 'Stopped' }
  | { readonly type: 'WordsUnusable' }
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageLost' }
  | { readonly type: 'KitUnknown' }
  | { readonly type: 'KitMistyped' }
  | { readonly type: 'ServerAway' };
