/**
 * Mallory: our own client with every check off, holding somebody's real keys. Makes any chain entry
 * as if its author were allowed to, with any recipients and keys; `vault/testing/craft.ts` makes any
 * frame, signature, view, body and clock.
 *
 *   const wire = await forge(li, await asIf(amina, { type: 'rotate' }));   // Li does what Amina may
 *   const wire = await forge(li, { device: 0 });                           // and says she is Amina
 *   judgeAll(observers, [wire])                                            // what everybody makes of it
 */
import { epochSecret } from '../../vault/identity/secret.ts';
import { open } from '../../vault/log/open.ts';
import { openKeysFor } from '../../vault/log/reader.ts';
import { step } from '../../vault/log/step.ts';
import type { ChainWish, Verdict, Wire, Wrap } from '../../vault/log/types.ts';
import { draftOf, placeOf } from '../../vault/membership/apply.ts';
import { type Change, changeOf } from '../../vault/membership/changes/index.ts';
import { remove } from '../../vault/membership/changes/remove.ts';
import { rotate } from '../../vault/membership/changes/rotate.ts';
import { makeChange } from '../../vault/membership/make-change.ts';
import { type Rotation, wrapsHashOf } from '../../vault/membership/parts.ts';
import { bytesToState, stateHash, stateToBytes } from '../../vault/membership/state-bytes.ts';
import { recipientsFrom, wrapEpochKey } from '../../vault/membership/wraps.ts';
import type { Player } from '../../vault/testing/cast.ts';
import { type Crafted, craft } from '../../vault/testing/craft.ts';

export async function forge(by: Player, about: Crafted): Promise<Wire> {
  return (await craft(by, about)).wire as Wire;
}

/** A chain entry as this person would make it, for somebody else to sign; throws where they may not. */
export async function asIf(person: Player, wish: ChainWish): Promise<Crafted> {
  const { state, device } = person.replica;
  const made = await makeChange(state, device, person.keys, person.random, wish);
  if (typeof made === 'string') throw new Error(`Must hold: ${person.name} may, not ${made}`);
  return { body: { kind: 'chain', change: made.change }, wraps: made.wraps };
}

/** A rotation, or a removal, whose key goes to whom one likes; to some of them another key. */
export async function keyFor(
  by: Player,
  about: {
    readonly to: readonly number[];
    readonly wrongFor?: readonly number[];
    /** Instead of a wrap, these bytes. */
    readonly instead?: (number: number, right: Uint8Array) => Uint8Array;
    readonly removed?: readonly string[];
  },
): Promise<Crafted> {
  const { state } = by.replica;
  const epoch = state.epoch + 1;
  const [right, wrong] = [by.random(32), by.random(32)];
  const { devices } = state.membership;
  const list: Wrap[] = [];
  for (const number of about.to) {
    const raw = about.wrongFor?.includes(number) ? wrong : right;
    // Whoever is not listed has no key to seal to; the bytes then are as good as any.
    const to = recipientsFrom(devices, [number]);
    const [wrap] = await wrapEpochKey(raw, epoch, state.workspace, to, by.random);
    const sealed = wrap?.[1] ?? by.random(80);
    list.push([number, about.instead?.(number, sealed) ?? sealed]);
  }
  const { commit } = await epochSecret(right);
  const rotation: Rotation = { epoch, commit, wrapsHash: wrapsHashOf(list), stewards: null };
  const change: Change = about.removed
    ? changeOf(remove, { members: about.removed, devices: [], rotation })
    : changeOf(rotate, { rotation });
  return { body: { kind: 'chain', change }, wraps: [list] };
}

/** Exactly whom the next key must go to, by the rule. */
export function rightRecipients(by: Player, change: Change): readonly number[] {
  const { state, device } = by.replica;
  const draft = draftOf(state, change, placeOf(state, device));
  if (typeof draft === 'string') throw new Error(`Must hold: it is allowed, not ${draft}`);
  return draft.recipients;
}

/**
 * What each of the observers makes of a message, on a copy of their state: nothing of it stays. They
 * must agree, in the verdict and in the state after it.
 */
export async function judgeAll(
  observers: readonly Pick<Player, 'replica' | 'keys'>[],
  wire: Wire,
): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  const hashes: string[] = [];
  for (const { replica, keys } of observers) {
    const state = bytesToState(stateToBytes(replica.state));
    if (state === null) throw new Error('Must hold: a state');
    verdicts.push(step(state, await open(wire, openKeysFor(state, keys))));
    hashes.push(Buffer.from(stateHash(state)).toString('hex'));
  }
  const [first] = verdicts;
  if (first === undefined) throw new Error('Must hold: somebody looks');
  if (new Set(hashes).size !== 1 || verdicts.some((one) => textOf(one) !== textOf(first))) {
    throw new Error(`Replicas differ: ${verdicts.map(textOf).join(' / ')}`);
  }
  return first;
}

/** A verdict without its position: `accepted`, or the rule and the reason. */
export function textOf(verdict: Verdict): string {
  if (verdict.type === 'Accepted') return 'accepted';
  if (verdict.type === 'Rejected') return `${verdict.rule}: ${verdict.because}`;
  return `${verdict.type}: ${verdict.because}`;
}
