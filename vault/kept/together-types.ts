/**
 * What an application calls about the others: the server, people, their devices, invitations, and who
 * can read what. Every call gives a refusal as plain data.
 */
import type { CircleId, MemberId } from '../types.ts';
import type { Intakes } from './intake-types.ts';
import type {
  FourWords,
  Role,
  TogetherAlarm,
  TogetherRefusal,
  TogetherState,
  WayBack,
} from './people-types.ts';
import type { WordsAgainRefusal } from './types.ts';

export interface Together {
  get(): TogetherState;
  subscribe(listener: () => void): () => void;

  /** Begins to be served by this server; `voucher` from the fragment of the address that the server printed. */
  serve(at: {
    readonly server: string;
    readonly voucher: string;
  }): Promise<TogetherRefusal | undefined>;
  /**
   * Erases for good what was deleted: new keys, and the old ones and what they open go once all have
   * followed.
   */
  eraseForGood(): Promise<TogetherRefusal | undefined>;
  /** Takes the workspace to another server, by a voucher of that one. Everybody follows by themselves. */
  moveTo(at: {
    readonly server: string;
    readonly voucher: string;
  }): Promise<TogetherRefusal | undefined>;
  /** Of two histories this device's goes on: for a steward. Others take it with `adoptHistory`. */
  chooseHistory(): Promise<TogetherRefusal | undefined>;
  /**
   * Takes the history that a steward chose in place of this device's own; what this person wrote in the
   * other one is sent again. It locks then, and opens again with the six words.
   */
  adoptHistory(): Promise<TogetherRefusal | undefined>;
  /** Deletes what a move left behind now, whoever has not followed. */
  deleteLeft(): Promise<TogetherRefusal | undefined>;
  /** Tries the server now instead of at the next try. */
  tryNow(): void;
  /** A person has seen this alarm and decides to go on; changes to who is here wait for that. */
  settleAlarm(alarm: TogetherAlarm): Promise<void>;

  /** A new invitation: the text after # of its link, and its id. It lasts 14 days or until it is revoked. */
  invite(
    role: Role,
  ): Promise<
    { readonly type: 'Invited'; readonly id: string; readonly fragment: string } | TogetherRefusal
  >;
  revokeInvite(id: string): Promise<TogetherRefusal | undefined>;
  /** Looks whether somebody asks to be let in, by invitations of this device. */
  look(): Promise<void>;
  /** Goes on looking, and tells at once who asks, until what it gives is called. */
  watch(): () => void;
  /** Lets these people in, in one change. `coreTeam`: those who also enter the core team. */
  approve(
    requests: readonly string[],
    coreTeam: readonly string[],
  ): Promise<TogetherRefusal | undefined>;
  decline(request: string): Promise<TogetherRefusal | undefined>;

  setRole(member: MemberId, role: Role): Promise<TogetherRefusal | undefined>;
  /** People and devices at once: one change, new keys. */
  remove(who: {
    readonly members: readonly MemberId[];
    readonly devices: readonly number[];
  }): Promise<TogetherRefusal | undefined>;
  leave(): Promise<TogetherRefusal | undefined>;
  dropOwnDevice(device: number): Promise<TogetherRefusal | undefined>;

  /** Begins to add a device of mine: a code for it to read, then four words to compare; until `signal` stops it. */
  pair(signal: AbortSignal): Pairing;

  /** Makes a circle of named people, or changes who is in one; the core team has an id of its own. */
  setCircle(
    circle: CircleId | 'new',
    members: readonly MemberId[],
  ): Promise<{ readonly type: 'CircleMade'; readonly circle: CircleId } | TogetherRefusal>;

  readonly intakes: Intakes;
  /**
   * Parts what brings me back among two or three people here: any two of them together can, one alone
   * cannot. Ends what earlier trustees held; with nobody named it only does that.
   */
  nameTrustees(
    trustees: readonly MemberId[],
    words: string,
  ): Promise<TogetherRefusal | WordsAgainRefusal | undefined>;
  /** Opens a way back for somebody who lost every device; their trustees see it too. */
  openWayBack(
    member: MemberId,
  ): Promise<{ readonly type: 'ReturnOpened'; readonly fragment: string } | TogetherRefusal>;
  /** Who asks at a way back. Looking also takes the steps that wait for this device. */
  lookBack(way: WayBack): Promise<readonly Returning[] | TogetherRefusal>;
  /**
   * The four words were the same: hands over this person's share and agrees. `alone`: a steward's word
   * without the trustees, and without what only that person could read.
   */
  agreeBack(
    way: WayBack,
    id: string,
    how?: { readonly alone: boolean },
  ): Promise<TogetherRefusal | undefined>;

  /**
   * *Keep everything*: set by one steward, ended by two. The first steward's `false` asks for the end,
   * which everybody sees; another steward's `false` ends it, as long as nobody came or went between.
   */
  keepEverything(on: boolean): Promise<TogetherRefusal | undefined>;
  /** Another steward's ask to end it is answered with no. */
  refuseEnding(): void;
  /** One's own ask is taken back. */
  takeEndingBack(): void;
}

/** A device that asks to be somebody's who lost all of theirs. */
export interface Returning {
  /** Names the device. */
  readonly id: string;
  readonly words: FourWords;
  /** This person has said that the words are the same. */
  readonly agreed: boolean;
  /** They are in again. */
  readonly back: boolean;
}

export interface Pairing {
  /** What the QR shows and what can be typed instead (groups of letters). */
  readonly code: Promise<string | TogetherRefusal>;
  /** The new device has answered: these four words must be the same on both. */
  readonly words: Promise<FourWords | null>;
  confirm(): Promise<TogetherRefusal | undefined>;
}
