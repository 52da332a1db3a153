/** Who is here and how the server is, as one plain value that changes; and what can be refused. */
import type { CircleId, MemberId } from '../types.ts';

export type Role = 'steward' | 'member' | 'guest';

/** A way back that was opened for somebody: this person is one of those who can help. */
export interface WayBack {
  readonly member: MemberId;
  /** What stands after # in its link. */
  readonly fragment: string;
  /** ms since 1970. */
  readonly until: number;
  readonly by: MemberId;
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
  /** How well what this device was given when it came in is confirmed; null where nobody else gave it. */
  readonly given: GivenState | null;
  readonly alarms: readonly TogetherAlarm[];
  /** Writes that wait for the server. */
  readonly waiting: number;
  /** Ways back that are open for others and that I was told of, the newest first. */
  readonly waysBack: readonly WayBack[];
  /** This device was removed: what waited is kept here and can be exported; nothing is sent. */
  readonly removed: boolean;
}

/** Settled once `have` has come to `need`; where nobody else was here before, `need` is none. */
export interface GivenState {
  readonly by: MemberId;
  /** People, other than who made it, whose devices found it right. */
  readonly have: number;
  readonly need: number;
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
  | {
      readonly type: 'Reached';
      readonly server: string;
      readonly at: number;
      /** The server's time at that moment, where this device's clock is more than an hour off it. */
      readonly itsClock?: number;
    }
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
  /**
   * Added to a person who was here before, within the last 24 hours or, whatever the clock of who added it says,
   * first read since this was opened: shown to everyone.
   */
  readonly isNew: boolean;
}

export interface CircleState {
  readonly id: CircleId;
  readonly kind: 'core-team' | 'only-me' | 'stewards' | 'named';
  readonly members: readonly MemberId[];
  /** Counts its keys: another one after each change of who is in it. */
  readonly generation: number;
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
  | {
      readonly type: 'WrongKey';
      readonly position: number;
      /** Whose entry brought it. */
      readonly device: number;
      /** Left out by older builds. Null where it is everybody's key: this device reads and sends no more. */
      readonly circle?: CircleId | null;
    }
  | { readonly type: 'ServerLostData'; readonly healed: boolean };

export type TogetherRefusal =
  | { readonly type: 'ServerAway' }
  | { readonly type: 'ServerRefused' }
  /** The server that the workspace was to move to: away, or not allowed where this application comes from. */
  | { readonly type: 'OtherServerAway' }
  /** What was typed is no address of a server, or would be spoken to in the open. */
  | { readonly type: 'NotAServer' }
  | { readonly type: 'ServerFull' }
  /** It is on that server already. */
  | { readonly type: 'SameServer' }
  | { readonly type: 'VoucherUsedUp' }
  | { readonly type: 'NotASteward' }
  | { readonly type: 'LastSteward' }
  | { readonly type: 'NotYourself' }
  | { readonly type: 'InvitationSpent' }
  | { readonly type: 'InvitationExpired' }
  /** They are let in; what lets them read is left for them once the server is reached again. */
  | { readonly type: 'WelcomeLater' }
  /** The code for a device of one's own: ten minutes. */
  | { readonly type: 'CodeExpired' }
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
