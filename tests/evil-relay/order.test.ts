import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Wire } from '../../vault/log/types.ts';
import { anyOp, cast, type Player } from '../../vault/testing/cast.ts';
import { PATIENCE, playAll, rounds } from '../sim/play.ts';
import { createJudge, isFrozen, type Judge, tells } from './judge.ts';
import { playSixty } from './sixty.ts';

const sixty = await playSixty();
const judge = await createJudge(sixty.place, sixty.wires);
const honest = judge.read(sixty.wires);

function without(wires: readonly Wire[], at: number): Wire[] {
  return wires.toSpliced(at, 1);
}

function swapped(wires: readonly Wire[], at: number): Wire[] {
  return wires.toSpliced(at, 2, wires[at + 1] as Wire, wires[at] as Wire);
}

/** What the readers are told from where the relay began to lie. */
function toldAfter(by: Judge, wires: readonly Wire[], at: number): readonly string[] {
  return by.read(wires.slice(at), by.after[at]).verdicts;
}

test('the sixty are honest, and each is accepted', () => {
  expect(sixty.wires.length - sixty.from).toBe(60);
  expect(honest.verdicts.every((verdict) => /^accepted at \d+$/.test(verdict))).toBe(true);
});

/** A reader either hears of it, or reads nothing more, or nothing honest followed that could tell. */
function checkDeletion(by: Judge, wires: readonly Wire[], at: number, views: readonly number[]) {
  const told = toldAfter(by, without(wires, at), at);
  const somebodySawIt = views.slice(at + 1).some((viewN) => viewN > at);
  expect(tells(told) || isFrozen(told) || !somebodySawIt, `message ${at + 1} deleted`).toBe(true);
}

/** How far the author of each message had read. */
function viewsOf(by: Judge, wires: readonly Wire[]): number[] {
  return wires.map((wire, i) => by.viewOf(wire) ?? i);
}

test('A05: whichever one message of the sixty the relay leaves out, readers are told or read nothing more', () => {
  const views = viewsOf(judge, sixty.wires);
  let told = 0;
  for (let at = 1; at < sixty.wires.length; at++) {
    checkDeletion(judge, sixty.wires, at, views);
    if (tells(toldAfter(judge, without(sixty.wires, at), at))) told += 1;
  }
  // All but the last few, which nobody wrote after, and those that bring a key: these freeze the log.
  expect(told).toBeGreaterThan(50);
});

test('A05: without its first message a stream begins nothing', () => {
  const { verdicts, state } = judge.read(without(sixty.wires, 0));
  expect(verdicts.some((verdict) => verdict.startsWith('accepted'))).toBe(false);
  expect(state.membership.devices).toEqual([]);
});

test('A05: left out a message that brings a key, everything after it is noise and nothing is taken for it', () => {
  let keys = 0;
  for (let at = 1; at < sixty.wires.length; at++) {
    const rest = toldAfter(judge, without(sixty.wires, at), at);
    if (!isFrozen(rest)) continue;
    const { state } = judge.read(without(sixty.wires, at).slice(at), judge.after[at]);
    expect(state.n, 'nothing was counted').toBe(at);
    keys += 1;
  }
  expect(keys).toBeGreaterThan(3);
});

test(
  'A05: whichever one message of any log is left out, the same',
  async () => {
    const act = fc.record({ who: fc.nat({ max: 2 }), what: fc.nat({ max: 4 }) });
    const any = fc.array(act, { minLength: 4, maxLength: 12, size: 'max' });
    await playAll('A05', any, rounds(8, 400), async (acts) => {
      const stage = await cast('amina', 'ruth', 'li');
      const { amina, ruth, li, stream } = stage;
      for (const [n, { who, what }] of acts.entries()) {
        const me = [amina, ruth, li][who] as Player;
        if (what === 0) await me.replica.catchUp();
        else if (what === 1) await me.replica.heartbeat();
        else if (what === 2) await amina.replica.change({ type: 'rotate' });
        else {
          me.replica.write('everyone', [{ seen: 0, ops: [anyOp(`${n}`)] }]);
          await me.replica.send();
        }
      }
      const { workspace } = amina.replica.state;
      const place = { workspace, stream: stream.id, epochs: amina.rawEpochs };
      const by = await createJudge(place, stream.wires);
      const views = viewsOf(by, stream.wires);
      for (let at = 1; at < stream.wires.length; at++) checkDeletion(by, stream.wires, at, views);
    });
  },
  PATIENCE,
);

test('A06: whichever two neighbours are swapped, readers share one verdict and are told at the next honest view', () => {
  const views = viewsOf(judge, sixty.wires);
  for (let at = 1; at + 1 < sixty.wires.length; at++) {
    const wires = swapped(sixty.wires, at);
    const told = toldAfter(judge, wires, at);
    // Whoever reads on from a state that was written down, and whoever begins anew.
    const readOn = judge.read(wires.slice(at), judge.after[at]);
    const anew = judge.read(wires);
    expect(anew.hash).toBe(readOn.hash);
    expect(anew.verdicts.slice(at)).toEqual(readOn.verdicts);
    const somebodySawOne = views.slice(at + 1).some((viewN) => viewN > at);
    expect(tells(told) || isFrozen(told) || !somebodySawOne, `${at + 1} and ${at + 2}`).toBe(true);
  }
});

test('A07: every message of the sixty, repeated up to three times at every later place, changes nothing', () => {
  for (let at = 1; at <= sixty.wires.length; at++) {
    const earlier = sixty.wires.slice(0, at).flatMap((wire) => [wire, wire, wire]);
    const { verdicts, hash } = judge.read(earlier, judge.after[at]);
    expect(verdicts.every((verdict) => verdict.startsWith('foreign'))).toBe(true);
    // The state is the one before, so whatever follows means what it meant.
    expect(hash).toBe(judge.read([], judge.after[at]).hash);
  }
});
