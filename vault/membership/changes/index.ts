/** All changes, by their code on the wire. */

import type { Plain } from '../../envelope/cbor-read.ts';
import type { Writable } from '../../envelope/cbor-write.ts';
import type { Refusal } from '../../log/types.ts';
import type { Brings, ChangeRule, Place } from '../change.ts';
import type { Membership } from '../state.ts';
import { addDevice } from './add-device.ts';
import { admit } from './admit.ts';
import { compact } from './compact.ts';
import { dropOwnDevice } from './drop-own-device.ts';
import { genesis } from './genesis.ts';
import { invite } from './invite.ts';
import { leave } from './leave.ts';
import { policy } from './policy.ts';
import { readmit } from './readmit.ts';
import { remove } from './remove.ts';
import { revoke } from './revoke.ts';
import { rotate } from './rotate.ts';
import { setRole } from './set-role.ts';
import { version } from './version.ts';

/** A change whose body was read: what is left is to ask it. */
export interface Change {
  readonly code: number;
  readonly name: string;
  readonly brings: Brings;
  /** The key that signs the first entry of all: what genesis brings; null for every other type. */
  readonly firstKey: Uint8Array | null;
  toPlain(): Writable;
  apply(draft: Membership, place: Place): Refusal | null;
}

/** Puts a rule and a body together. */
export function changeOf<Body>(rule: ChangeRule<Body>, body: Body): Change {
  return {
    code: rule.code,
    name: rule.name,
    brings: rule.brings(body),
    firstKey: rule.firstKey?.(body) ?? null,
    toPlain: () => rule.bodyToPlain(body),
    apply: (draft, place) => rule.apply(draft, body, place),
  };
}

type Reader = (plain: Plain) => Change | null;

function reads<Body>(rule: ChangeRule<Body>): readonly [number, Reader] {
  return [
    rule.code,
    (plain) => {
      const body = rule.plainToBody(plain);
      return body === null ? null : changeOf(rule, body);
    },
  ];
}

const readers = new Map<number, Reader>([
  reads(genesis),
  reads(invite),
  reads(revoke),
  reads(admit),
  reads(addDevice),
  reads(readmit),
  reads(remove),
  reads(leave),
  reads(dropOwnDevice),
  reads(setRole),
  reads(rotate),
  reads(policy),
  reads(version),
  reads(compact),
]);

/** The change in a chain entry's body, or null where it is not of that form. */
export function plainToChange(code: number, plain: Plain): Change | null {
  return readers.get(code)?.(plain) ?? null;
}

/** Whether a frame's type is a chain entry's. */
export function isChainType(code: number): boolean {
  return readers.has(code);
}
