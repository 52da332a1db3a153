/**
 * What a person asks of the chain, and how it ended. Wishes become entries in
 * `membership/make-change.ts`.
 */

import type { DeviceCard } from '../identity/types.ts';
import type { Policy, Role } from '../membership/state.ts';
import type { MemberId } from '../types.ts';
import type { Refusal } from './types.ts';

/** A change to who is here, as asked for. Each is made into a chain entry with keys and wraps. */
export type ChainWish =
  | { readonly type: 'invite'; readonly id: string; readonly pub: Uint8Array; readonly role: Role }
  | { readonly type: 'revoke'; readonly id: string }
  | { readonly type: 'admit'; readonly newcomers: readonly Newcomer[] }
  | {
      readonly type: 'addDevice';
      readonly card: DeviceCard;
      readonly trustees?: readonly MemberId[];
    }
  | {
      readonly type: 'readmit';
      readonly member: MemberId;
      readonly card: DeviceCard;
      readonly second?: Second;
    }
  | {
      readonly type: 'remove';
      readonly members: readonly MemberId[];
      readonly devices: readonly number[];
    }
  | { readonly type: 'leave' }
  | { readonly type: 'dropOwnDevice'; readonly device: number }
  | { readonly type: 'setRole'; readonly member: MemberId; readonly role: Role }
  | { readonly type: 'rotate' }
  | { readonly type: 'policy'; readonly policy: Policy; readonly second?: Second }
  | { readonly type: 'version'; readonly version: number }
  | {
      readonly type: 'compact';
      readonly stream: Uint8Array;
      readonly relay: string;
      readonly checkpoint: Uint8Array;
    };

export interface Newcomer {
  readonly invite: string;
  readonly member: MemberId;
  readonly role: Role;
  readonly card: DeviceCard;
  /** name commitment ‖ signature by the invite key, 96 bytes. */
  readonly proof: Uint8Array;
}

/** A second person's signature over the same change at the same head. */
export interface Second {
  readonly device: number;
  readonly sig: Uint8Array;
}

/** Why a wish did not become part of the chain. */
export type WishRefused =
  | { readonly type: 'Refused'; readonly because: Refusal }
  | {
      /** Another chain entry came first; look again at who is here before asking anew. */
      readonly type: 'Overtaken';
    }
  | { readonly type: 'NotSent' };

export type WishOutcome = { readonly type: 'Done'; readonly position: number } | WishRefused;

/** How `send` ended. `held` counts what still waits. */
export type SendOutcome =
  | { readonly type: 'AllReadBack' }
  | {
      readonly type: 'Held';
      readonly held: number;
      readonly because: 'NotSent' | 'NotAllowed' | 'CircleOwed' | 'Blocked';
    };
