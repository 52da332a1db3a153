/**
 * The state as bytes, for the local snapshot, and its hash, which replicas compare. Replicas that
 * read the same messages have the same hash. What only helps to read on (views, this epoch's wires,
 * the chain verbatim, whose tokens the relay has, who confirmed what) is kept but not hashed: H_n
 * and the head stand for it.
 */

import { bytesToText, textToBytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { hash } from '../envelope/contexts.ts';
import type { Circle, Device, Invite, Member, State } from './state.ts';
import { isStatePlain } from './state-shape.ts';

export function stateHash(state: State): Uint8Array {
  return hash('state', plainToBytes(essence(state)));
}

export function stateToBytes(state: State): Uint8Array<ArrayBuffer> {
  return plainToBytes({
    essence: essence(state),
    viewsFrom: state.viewsFrom,
    views: state.views,
    wires: [...state.wires].map((wire) => textToBytes(wire) ?? new Uint8Array(0)),
    chain: state.chain.map(({ frame, sig }) => [frame, sig]),
    tokenEpoch: state.tokenEpoch,
    said: state.said,
    confirmed: [...state.confirmed].map((one) => (one ? [one.viewN, one.hlc] : null)),
    circles: [...state.membership.circles.values()].map(({ id, begins, wraps }) => [
      id,
      begins,
      wraps,
    ]),
  });
}

/**
 * The state from its bytes, or null where they are not such bytes, whoever wrote them. It is not a
 * check of what they say: that is the seal's, or the checkpoint's.
 */
export function bytesToState(bytes: Uint8Array): State | null {
  const plain = bytesToPlain(bytes);
  if (!isStatePlain(plain)) return null;
  const core = plain.essence;
  const list = (value: Plain | undefined) => value as readonly Plain[];
  const members = list(core.members) as unknown as readonly Member[];
  const invites = list(core.invites) as unknown as readonly Invite[];
  const circles = list(core.circles) as unknown as readonly HashedCircle[];
  const beside = besideOf(plain.circles);
  return {
    workspace: core.workspace as Uint8Array,
    incarnation: core.incarnation as Uint8Array,
    stream: core.stream as Uint8Array,
    n: core.n as number,
    tip: core.tip as Uint8Array,
    viewsFrom: plain.viewsFrom as number,
    views: [...(list(plain.views) as readonly Uint8Array[])],
    epoch: core.epoch as number,
    commit: core.commit as Uint8Array,
    kid: core.kid as string,
    wires: new Set(list(plain.wires).map((wire) => bytesToText(wire as Uint8Array))),
    head: core.head as Uint8Array | null,
    chain: list(plain.chain).map((entry) => {
      const [frame, sig] = entry as readonly Uint8Array[];
      return { frame: frame as Uint8Array, sig: sig as Uint8Array };
    }),
    last: [...(list(core.last) as readonly Uint8Array[])],
    membership: {
      members: new Map(members.map((member) => [member.id, { ...member }])),
      devices: (list(core.devices) as unknown as readonly Device[]).map((device) => ({
        ...device,
      })),
      invites: new Map(invites.map((invite) => [invite.id, { ...invite }])),
      circles: new Map(circles.map((circle) => [circle.id, { ...circle, ...beside(circle.id) }])),
      policy: { keepEverything: core.keepEverything as boolean },
      version: core.version as number,
      rotationOwed: core.rotationOwed as boolean,
    },
    tokenEpoch: plain.tokenEpoch as number,
    said: plain.said as number,
    confirmed: list(plain.confirmed).map((one) => {
      const [viewN, hlc] = (one ?? []) as readonly number[];
      return viewN === undefined || hlc === undefined ? undefined : { viewN, hlc };
    }),
  };
}

type HashedCircle = Omit<Circle, 'begins' | 'wraps'>;

/** What is kept of circles and not hashed. */
function besideOf(plain: Plain | undefined) {
  const items = plain as readonly (readonly Plain[])[];
  const byId = new Map(items.map(([id, begins, wraps]) => [id, { begins, wraps }]));
  return (id: string) =>
    (byId.get(id) ?? { begins: 1, wraps: [] }) as unknown as Pick<Circle, 'begins' | 'wraps'>;
}

/** What verdicts depend on, in an order that depends on the stream alone. */
function essence(state: State): { readonly [key: string]: Writable } {
  const { membership } = state;
  return {
    workspace: state.workspace,
    incarnation: state.incarnation,
    stream: state.stream,
    n: state.n,
    tip: state.tip,
    epoch: state.epoch,
    commit: state.commit,
    kid: state.kid,
    head: state.head,
    last: state.last,
    members: [...membership.members.values()].map((member) => ({ ...member })),
    devices: membership.devices.map((device) => ({ ...device })),
    invites: [...membership.invites.values()].map((invite) => ({ ...invite })),
    circles: [...membership.circles.values()].map(({ begins: _, wraps: __, ...circle }) => circle),
    keepEverything: membership.policy.keepEverything,
    version: membership.version,
    rotationOwed: membership.rotationOwed,
  };
}
