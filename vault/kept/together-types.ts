/**
 * What an application calls about the others: the server, people, their devices, invitations, and who
 * can read what. Everything shown is one plain value that changes; every call gives a refusal as plain data.
 */
import type { Plain } from '../envelope/cbor-read.ts';
import type { VisitKind } from '../intake/visit-link.ts';
import type { Audience, Change, CircleId, MemberId, RecordId, Value } from '../types.ts';
import type { WordsAgainRefusal } from './types.ts';

export type Role = 'steward' | 'member' | 'guest';

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

  /** Shows a code that a new device of mine reads; resolves when it is listed, or was stopped. */
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

/** A way back that was opened for somebody: this person is one of those who can help. */
export interface WayBack {
  readonly member: MemberId;
  /** What stands after # in its link. */
  readonly fragment: string;
  /** ms since 1970. */
  readonly until: number;
  readonly by: MemberId;
}

export interface Pairing {
  /** What the QR shows and what can be typed instead (groups of letters). */
  readonly code: Promise<string | TogetherRefusal>;
  /** The new device has answered: these four words must be the same on both. */
  readonly words: Promise<FourWords | null>;
  confirm(): Promise<TogetherRefusal | undefined>;
}

/** Indices into each language's list of six-word words; the page shows them in its own language, and both can switch. */
export type FourWords = readonly [number, number, number, number];

export interface TogetherState {
  readonly me: MemberId;
  readonly device: number;
  readonly role: Role;
  readonly server: ServerState;
  readonly people: readonly Person[];
  readonly circles: readonly CircleState[];
  readonly invitations: readonly Invitation[];
  readonly requests: readonly JoinRequest[];
  readonly keepEverything: KeepsEverything;
  /** The workspace went on under new keys, or on another server, and what it left is still there. */
  readonly moving: Moving | null;
  /** Somebody left; new keys come with the next writing. */
  readonly rotationOwed: boolean;
  /** How many other people's devices confirmed this view, and when last (ms since 1970). */
  readonly confirmed: { readonly by: number; readonly at: number | null };
  readonly alarms: readonly TogetherAlarm[];
  /** Writes that wait for the server. */
  readonly waiting: number;
  /** Ways back that are open for others and that I was told of, the newest first. */
  readonly waysBack: readonly WayBack[];
  /** This device was removed: what waited is kept here and can be exported; nothing is sent. */
  readonly removed: boolean;
}

/** Whether nothing may be erased for good, since papers were served. */
export interface KeepsEverything {
  readonly holds: boolean;
  /** By the clock of who began it, ms since 1970; null where it does not hold. */
  readonly since: number | null;
  readonly by: MemberId | null;
  /** Another one with each change of who is here: what is asked at one place holds only there. */
  readonly place: string;
  /** A steward asks to end it. */
  readonly ending: Ending | null;
}

export interface Moving {
  /** By the clock of who began it, ms since 1970. */
  readonly at: number;
  readonly by: MemberId;
  /** The servers that were left; empty where it stayed on its server. */
  readonly from: readonly string[];
  /** People with a device that has not followed yet. */
  readonly behind: readonly MemberId[];
  /** From then on nobody is waited for. */
  readonly until: number;
}

export interface Ending {
  readonly by: MemberId;
  readonly at: number;
  /** Another steward said no to it. */
  readonly refusedBy: MemberId | null;
}

export type ServerState =
  | { readonly type: 'NoServer' }
  | { readonly type: 'Reached'; readonly server: string; readonly at: number }
  | {
      readonly type: 'Away';
      readonly server: string;
      readonly since: number;
      readonly because:
        | 'offline'
        | 'unreachable'
        | 'captive-portal'
        | 'busy'
        | 'full'
        | 'refused'
        | 'lost-data'
        | 'needs-steward';
    };

export interface Person {
  readonly id: MemberId;
  readonly role: Role;
  readonly active: boolean;
  readonly devices: readonly DeviceState[];
  /** Names are records (`names` table); this is only who. */
  readonly circles: readonly CircleId[];
}

export interface DeviceState {
  readonly number: number;
  readonly active: boolean;
  readonly isThis: boolean;
  /** A recovery kit or what trustees hold, rather than a phone. */
  readonly kind: 'device' | 'kit' | 'trustees';
  /** Who holds shares of what `trustees` hold, any two of them together. */
  readonly trustees: readonly MemberId[];
  /** ms since 1970, by its admitter's clock; null where not known (before this device joined). */
  readonly since: number | null;
  /** Listed within the last 24 hours: shown to everyone. */
  readonly isNew: boolean;
}

export interface CircleState {
  readonly id: CircleId;
  readonly kind: 'core-team' | 'only-me' | 'stewards' | 'named';
  readonly members: readonly MemberId[];
  /** New keys are owed before anyone can write to it. */
  readonly owed: boolean;
  /** They wait for a person of the circle who knows that a new device in it is whose it says. */
  readonly waitsForWords: boolean;
  /** This device can read it. */
  readonly readable: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly open: boolean;
  readonly expires: number;
}

export interface JoinRequest {
  readonly id: string;
  readonly invitation: string;
  /** As they wrote it: hostile text is possible; show it inert. */
  readonly name: string;
  readonly words: FourWords;
  readonly role: Role;
  /** Somebody who was here comes back (readmission). */
  readonly member: MemberId | null;
}

export type TogetherAlarm =
  /** Two histories: somebody saw another past than this device. */
  | { readonly type: 'Fork'; readonly position: number; readonly members: readonly MemberId[] }
  | { readonly type: 'Clone'; readonly position: number; readonly device: number }
  | { readonly type: 'WrongKey'; readonly position: number; readonly device: number }
  | { readonly type: 'ServerLostData'; readonly healed: boolean };

export type TogetherRefusal =
  | { readonly type: 'ServerAway' }
  | { readonly type: 'ServerRefused' }
  | { readonly type: 'ServerFull' }
  /** It is on that server already. */
  | { readonly type: 'SameServer' }
  | { readonly type: 'VoucherUsedUp' }
  | { readonly type: 'NotASteward' }
  | { readonly type: 'LastSteward' }
  | { readonly type: 'NotYourself' }
  | { readonly type: 'InvitationSpent' }
  | { readonly type: 'InvitationExpired' }
  | { readonly type: 'Overtaken' }
  | { readonly type: 'KeepEverythingHolds' }
  | { readonly type: 'SecondNeeded' }
  | { readonly type: 'AlarmFirst' }
  /** No steward's choice between two histories stands on the server, as far as this device can tell. */
  | { readonly type: 'NoHistoryChosen' }
  | { readonly type: 'NotNow' }
  | { readonly type: 'RemovedHere' }
  /** A recovery kit, or what trustees hold: its end asks for the six words. */
  | { readonly type: 'SixWordsFirst' }
  /** Their own key, to which a share is sealed, is not made yet. */
  | { readonly type: 'TrusteeNotReady' };

/** That person's devices have not made the circle that only they are in: once they are here, they have. */
export interface ReaderNotReady {
  readonly type: 'ReaderNotReady';
  readonly member: MemberId;
}

/**
 * Closed envelopes (capsules, protocol 5): what one person wrote for a few, until one of those opens it to
 * more. It stays signed by its writer. Whoever may open one can read it before.
 */
export interface Envelopes {
  /** Writes new records that only I and `readers` can read until they are opened. */
  close(
    changes: readonly Change[],
    readers: readonly MemberId[],
  ): Promise<ReaderNotReady | undefined>;
  /**
   * Hands changes to circles that the writer need not be in. They show nothing here, and who wrote them
   * cannot read them back.
   */
  give(changes: readonly Change[], circles: readonly CircleId[]): void;
  /**
   * Opens the envelopes of these records to an audience, and makes `changes` there in the same entry.
   * One that this person cannot open stays closed.
   */
  open(records: readonly RecordId[], changes: readonly Change[], to: Audience): void;
}

/**
 * Pages for people with nothing installed: what is asked of them, and what they answered. Each has a
 * secret that the core team keeps in a record of its own; the link that is sent holds another, from
 * which nobody can read answers.
 */
export interface Intakes {
  /**
   * Opens a page that says this until then (ms since 1970). `fragment` is what follows # in its link.
   * Answers are sealed to `circle`; to the core team where none is named.
   */
  open(
    kind: VisitKind,
    says: Value,
    until: number,
    circle?: CircleId,
  ): Promise<IntakeOpened | TogetherRefusal>;
  /** The page says something else from now on, and seals to the circle as it is now. */
  say(
    secret: Uint8Array,
    says: Value,
    until: number,
    circle?: CircleId,
  ): Promise<TogetherRefusal | undefined>;
  /** Everything that came. Each answer has one id for all who read it. */
  look(secret: Uint8Array): Promise<IntakeRead | TogetherRefusal>;
}

export interface IntakeOpened {
  readonly type: 'IntakeOpened';
  /** 16 bytes: for a record that only the core team reads. */
  readonly secret: Uint8Array;
  readonly fragment: string;
}

export interface IntakeRead {
  readonly type: 'IntakeRead';
  readonly replies: readonly { readonly id: RecordId; readonly says: Plain }[];
  /** Answers that this person has no key for, or that are none. */
  readonly unreadable: number;
}

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
