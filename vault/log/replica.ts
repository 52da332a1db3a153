/**
 * One device's running copy of the log: it reads, hands on, holds what its person writes and sends
 * it, one append at a time. Before it seals anything it reads to the end; where a rotation is owed
 * it rotates first; a circle that owes its next generation gets it, if nobody's eyes are needed.
 */

import { makeGeneration } from '../circles/make-generation.ts';
import { assert, sameBytes } from '../envelope/bytes.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { makeChange } from '../membership/make-change.ts';
import { membersStillHere, needsNoWords } from '../membership/questions/what-is-owed.ts';
import type { CircleId, MemberId } from '../types.ts';
import { bodyFor, whyNotSeal } from './content-body.ts';
import { createHybridClock } from './hlc.ts';
import { makeEntry, previousOf } from './make-entry.ts';
import { createOutbox, sentOf } from './outbox.ts';
import { canCarry, type Piece, piecesOf } from './pieces.ts';
import { createPosting } from './posting.ts';
import { createReader } from './reader.ts';
import { StreamAway } from './stream-errors.ts';
import { createTurns } from './turns.ts';
import type {
  Body,
  ChainWish,
  Held,
  Replica,
  ReplicaStart,
  SendOutcome,
  Sent,
  Turn,
  Verdict,
  WishOutcome,
} from './types.ts';

/** Rounds of a `send`, and tries of a change, before it leaves the rest for later. */
const ROUNDS = 8;

export function createReplica(start: ReplicaStart): Replica {
  const { state, keys, stream, device: number, random } = start;
  const hybrid = createHybridClock(start.clock);
  const outbox = createOutbox(start.held ?? [], start.sent ?? []);
  const verdicts = new Map<string, Verdict | null>();
  const reader = createReader(
    {
      state,
      keys,
      stream,
      device: number,
      hybrid,
      deliver: start.deliver,
      keepSealed: start.keepSealed,
      settle(hash, verdict) {
        if (verdicts.has(hash)) verdicts.set(hash, verdict);
        return outbox.settle(hash, verdict);
      },
    },
    start.offset,
  );
  const posting = createPosting({
    state,
    device: number,
    stream,
    outbox,
    reader,
    beforeAppend: start.beforeAppend,
  });
  const here = { state, keys, device: number, random };
  const inTurn = createTurns();
  const me = () => state.membership.devices[number];
  const memberId = me()?.member;
  assert(memberId !== undefined, 'a replica belongs to a device of the chain');

  /** Whether this device is of the workspace and was given the right key of its epoch. */
  function canSeal(): boolean {
    const secret = keys.epoch(state.epoch);
    return me()?.active === true && secret !== undefined && sameBytes(secret.commit, state.commit);
  }

  async function seal(body: Body, wraps: Writable | null, previous: Uint8Array) {
    const secret = keys.epoch(state.epoch);
    assert(secret !== undefined && sameBytes(secret.commit, state.commit), 'the epoch’s key');
    const author = { device: keys.device, number, secret, random };
    return makeEntry(state, author, { body, wraps, previous, hlc: hybrid.next() });
  }

  /**
   * Appends one entry and reads on. Null where it was not seen again: it may come yet. `Moved` where
   * it was not taken, because others were first.
   */
  async function post(
    body: Body,
    wraps: Writable | null,
    turn: Turn | null = null,
  ): Promise<Verdict | 'Moved' | null> {
    const previous = previousOf(state, number);
    const made = await seal(body, wraps, previous);
    const sent = sentOf(made, { previous, kid: state.kid, tickets: [], turn });
    verdicts.set(sent.hash, null);
    try {
      const gone = await posting.appendAll([sent]);
      if (gone === null) return null;
      await reader.catchUp();
      return verdicts.get(sent.hash) ?? (gone === 'Moved' ? gone : null);
    } finally {
      verdicts.delete(sent.hash);
    }
  }

  /** Others may be first with something that changes nothing here: then the entry is made anew. */
  async function changeNow(wish: ChainWish): Promise<WishOutcome> {
    const { head } = state;
    for (let round = 0; round < ROUNDS; round++) {
      const made = await makeChange(state, number, keys, random, wish);
      if (typeof made === 'string') return { type: 'Refused', because: made };
      const body: Body = { kind: 'chain', change: made.change };
      const verdict = await post(body, made.wraps, made.turn);
      if (verdict !== 'Moved') return outcomeOf(verdict);
      if (state.head !== head) return { type: 'Overtaken' };
    }
    return { type: 'NotSent' };
  }

  async function formNow(circle: CircleId, members: readonly MemberId[]): Promise<WishOutcome> {
    const made = await makeGeneration(state, number, circle, members, random);
    if (typeof made === 'string') return { type: 'Refused', because: made };
    const verdict = await post({ kind: 'circle', generation: made }, null);
    return verdict === 'Moved' ? { type: 'NotSent' } : outcomeOf(verdict);
  }

  /** What stands before content: an owed rotation first. False where nothing can be sealed after it. */
  async function payRotation(): Promise<boolean> {
    if (state.membership.rotationOwed) await changeNow({ type: 'rotate' });
    return !state.membership.rotationOwed && canSeal();
  }

  async function payCircle(id: CircleId): Promise<void> {
    const circle = state.membership.circles.get(id);
    if (circle === undefined || !circle.owed || !needsNoWords(state.membership, circle)) return;
    await formNow(id, membersStillHere(state.membership, circle));
  }

  async function sealPieces(pieces: readonly Piece[]) {
    const entries: Sent[] = [];
    let previous = previousOf(state, number);
    for (const piece of pieces) {
      const made = await seal(await bodyFor(piece, previous, here), null, previous);
      entries.push(sentOf(made, { previous, kid: state.kid, tickets: piece.tickets }));
      previous = made.id;
    }
    return entries;
  }

  function heldBecause(because: Extract<SendOutcome, { type: 'Held' }>['because']): SendOutcome {
    return { type: 'Held', held: outbox.held().length, because };
  }

  async function sendNow(): Promise<SendOutcome> {
    let because: Extract<SendOutcome, { type: 'Held' }>['because'] = 'NotSent';
    for (let round = 0; round < ROUNDS; round++) {
      if ((await reader.catchUp()) !== null) return heldBecause('Blocked');
      if (outbox.held().length === 0) return { type: 'AllReadBack' };
      if (me()?.active !== true) return heldBecause('NotAllowed');
      if (!canSeal()) return heldBecause('Blocked');
      const before = await posting.settleUnseen();
      if (before !== 'Clear') return heldBecause(before);
      if (outbox.held().length === 0) return { type: 'AllReadBack' };
      if (!canSeal()) continue;
      const { kid } = state;
      const moved = () => state.kid !== kid || state.membership.rotationOwed;
      if (state.membership.rotationOwed) {
        const outcome = await changeNow({ type: 'rotate' });
        if (outcome.type === 'NotSent') return heldBecause('NotSent');
        // A guest waits until somebody else has made the key.
        if (outcome.type === 'Refused') return heldBecause('CircleOwed');
        continue;
      }
      for (const id of circlesOf(outbox.waiting())) if (!moved()) await payCircle(id);
      // What was read on the way may have brought another key, or ended this device.
      if (moved() || !canSeal()) continue;
      const refused = outbox.waiting().map((write) => whyNotSeal(write, here));
      const sendable = outbox.waiting().filter((_, i) => refused[i] === null);
      because = refused.find((reason) => reason !== null) ?? 'NotSent';
      if (sendable.length === 0) return heldBecause(because);
      const entries = await sealPieces(piecesOf(sendable));
      if ((await posting.appendAll(entries)) === null) return heldBecause('NotSent');
      if ((await reader.catchUp()) !== null) return heldBecause('Blocked');
      if (posting.unseen().length > 0) return heldBecause('NotSent');
    }
    return outbox.held().length === 0 ? { type: 'AllReadBack' } : heldBecause(because);
  }

  return {
    state,
    keys,
    device: number,
    member: memberId,
    get offset() {
      return reader.offset;
    },
    catchUp: () => inTurn(async () => ({ blocked: await reader.catchUp() })),
    write(audience, runs, releases = []) {
      assert(
        runs.every(({ ops }) => ops.every(canCarry)),
        'each op fits in an entry',
      );
      return outbox.add({ audience, runs, releases });
    },
    writeCapsule(to, runs) {
      assert(to.length > 0, 'a capsule is for a circle');
      assert(
        runs.every(({ ops }) => ops.every(canCarry)),
        'each op fits in an entry',
      );
      return outbox.add({ audience: { capsuleTo: to }, runs, releases: [] });
    },
    send: () => inTurn(() => unlessAway(sendNow, () => heldBecause('NotSent'))),
    held: () => outbox.held(),
    sent: () => outbox.sent(),
    adopt: (held, sent) => outbox.adopt(held, sent),
    change: (wish) => inTurn(() => ready(() => changeNow(wish))),
    formCircle: (circle, members) =>
      inTurn(() =>
        ready(async () => {
          if (!(await payRotation())) return { type: 'NotSent' };
          return formNow(circle, members);
        }),
      ),
    announce: (body) =>
      inTurn(() =>
        ready(async () => {
          if (!(await payRotation())) return { type: 'NotSent' };
          const verdict = await post(body, null);
          return verdict === 'Moved' ? { type: 'NotSent' } : outcomeOf(verdict);
        }),
      ),
    heartbeat: () => inTurn(() => unlessAway(heartbeatNow, () => heldBecause('NotSent'))),
  };

  async function heartbeatNow(): Promise<SendOutcome> {
    if ((await reader.catchUp()) !== null) return heldBecause('Blocked');
    if (me()?.active !== true) return heldBecause('NotAllowed');
    if (!canSeal()) return heldBecause('Blocked');
    const before = await posting.settleUnseen();
    if (before !== 'Clear') return heldBecause(before);
    if (!canSeal()) return heldBecause('Blocked');
    if (!(await payRotation())) return heldBecause('NotSent');
    const verdict = await post({ kind: 'heartbeat' }, null);
    const read = verdict !== null && verdict !== 'Moved' && verdict.type === 'Accepted';
    return read ? { type: 'AllReadBack' } : heldBecause('NotSent');
  }

  function ready(act: () => Promise<WishOutcome>): Promise<WishOutcome> {
    const tried = async (): Promise<WishOutcome> => {
      if ((await reader.catchUp()) !== null) return { type: 'NotSent' };
      if (me()?.active !== true) return { type: 'Refused', because: 'NobodyKnown' };
      if (!canSeal()) return { type: 'NotSent' };
      if ((await posting.settleUnseen()) !== 'Clear') return { type: 'NotSent' };
      return canSeal() ? act() : { type: 'NotSent' };
    };
    return unlessAway(tried, () => ({ type: 'NotSent' }));
  }
}

/** The stream may go away at any moment: then the call ends as one that was not sent. */
async function unlessAway<T>(act: () => Promise<T>, away: () => T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StreamAway) return away();
    throw error;
  }
}

function circlesOf(held: readonly Held[]): ReadonlySet<CircleId> {
  const ids = new Set<CircleId>();
  for (const { audience } of held) {
    if (audience === 'everyone') continue;
    for (const id of 'circle' in audience ? [audience.circle] : audience.capsuleTo) ids.add(id);
  }
  return ids;
}

function outcomeOf(verdict: Verdict | null): WishOutcome {
  if (verdict === null) return { type: 'NotSent' };
  if (verdict.type === 'Accepted') return { type: 'Done', position: verdict.position };
  if (verdict.type === 'Rejected' && verdict.rule === 6 && verdict.because !== 'HeadMoved') {
    return { type: 'Refused', because: verdict.because };
  }
  return { type: 'Overtaken' };
}
