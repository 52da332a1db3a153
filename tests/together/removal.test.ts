import { expect, test } from 'vitest';
import { readHeader } from '../../vault/envelope/seal.ts';
import { textToWire } from '../../vault/envelope/wire-text.ts';
import type { ChainWish, WishOutcome } from '../../vault/log/types.ts';
import { stateHash } from '../../vault/membership/state-bytes.ts';
import { anyOp, cast, type Player } from '../../vault/testing/cast.ts';
import { contextOn, playerOn, type RelayPlayer } from '../../vault/testing/relay-players.ts';
import { startRelay } from './real-relay.ts';

const write = (player: RelayPlayer, value: string) => {
  player.replica.write('everyone', [{ seen: player.replica.state.n, ops: [anyOp(value)] }]);
  return player.replica.send();
};
const readBy = ({ delivered }: RelayPlayer) =>
  delivered.flatMap((one) =>
    one.type === 'Content'
      ? one.accepted.runs.flatMap(({ ops }) => ops.map((op) => ('value' in op ? op.value : null)))
      : [],
  );
const hashOf = ({ replica }: RelayPlayer) => Buffer.from(stateHash(replica.state)).toString('hex');

/** Three people whose stream is on a relay of their own, and a way to stand between one and it. */
async function onRelay(stage: Awaited<ReturnType<typeof threePeople>>) {
  const relay = await startRelay();
  const gate = { between: (_: Request, go: () => Promise<Response>) => go() };
  const on = (player: Player) => {
    const context = contextOn(relay.server, async (input, init) => {
      const request = new Request(input, init);
      return gate.between(request, () => fetch(request));
    });
    return playerOn(player, context, stage.clock);
  };
  const [amina, ruth, li] = [on(stage.amina), on(stage.ruth), on(stage.li)];
  await amina.relay.create(relay.voucher);
  return { relay, gate, amina, ruth, li };
}

async function threePeople() {
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, ruth } = stage;
  await amina.replica.change({ type: 'setRole', member: ruth.replica.member, role: 'steward' });
  await stage.settle();
  return stage;
}

test('C02: to a removed person the relay gives nothing more, and every byte of it would stay sealed', async () => {
  const { relay, amina, ruth, li } = await onRelay(await threePeople());
  await write(amina, 'for all three');
  await li.replica.catchUp();
  const { member } = li.replica;
  const removed = await amina.replica.change({ type: 'remove', members: [member], devices: [] });
  expect(removed.type).toBe('Done');
  await write(amina, 'for the two of us');
  await ruth.replica.catchUp();
  expect(readBy(ruth)).toEqual(['for all three', 'for the two of us']);

  await li.replica.catchUp().catch(() => undefined);
  expect(readBy(li)).toEqual(['for all three']);
  expect(li.replica.state.membership.members.get(member)?.active).toBe(false);
  const reading = li.relay.read(li.replica.offset).catch((error: Error) => error.message);
  expect(await reading).toBe('nothing-here');
  const own = [new Uint8Array(600)] as const;
  await expect(li.relay.append(own, undefined, '')).rejects.toThrow('refused');

  const all: string[] = [];
  for (let at = ''; ; ) {
    const { wires, next } = await amina.relay.read(at);
    if (wires.length === 0) break;
    for (const wire of wires) all.push(Buffer.from(wire).toString('base64url'));
    at = next;
  }
  const last = textToWire(all.at(-1));
  const kid = last && readHeader(last)?.kid;
  expect(kid).toBe(amina.replica.state.kid);
  const before = li.delivered.length;
  const handed = playerFed(li, all);
  await handed.replica.catchUp();
  expect(readBy(handed)).toEqual([]);
  expect(handed.delivered.length).toBeGreaterThan(0);
  expect(before).toBe(li.delivered.length);
  await relay.stop();
});

/** The same device with every message handed to it, whatever its tokens are worth. */
function playerFed(li: RelayPlayer, messages: readonly string[]): RelayPlayer {
  const player = { ...li, keys: li.replica.keys } as unknown as Player;
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const context = contextOn('https://relay.example', async (input) => {
    const url = new URL(new Request(input).url);
    const from = Number(url.searchParams.get('offset')?.replace('-1', '0'));
    const headers = { 'content-type': 'application/json', 'stream-next-offset': String(9999) };
    const rest = from === 9999 ? [] : messages;
    return new Response(JSON.stringify(rest), { headers });
  });
  return playerOn({ ...player, random }, context, () => 0);
}

test('C05: a rotation at any point of a send leaves each op there once, for old members and for a newcomer', async () => {
  for (let point = 0; point < 5; point++) {
    const stage = await threePeople();
    const { relay, gate, amina, ruth, li } = await onRelay(stage);
    await write(ruth, 'early');
    await amina.replica.catchUp();
    let requests = 0;
    let rotated: Promise<WishOutcome> | undefined;
    gate.between = async (_, go) => {
      if (requests++ === point) {
        gate.between = (__, next) => next();
        rotated = amina.replica.change({ type: 'rotate' });
        await rotated;
      }
      return go();
    };
    ruth.replica.write('everyone', [{ seen: 0, ops: [anyOp('raced')] }]);
    for (let tries = 0; tries < 4 && ruth.replica.held().length > 0; tries++) {
      await ruth.replica.send();
    }
    expect(ruth.replica.held()).toEqual([]);
    // A send that had fewer requests: the rotation comes after it.
    gate.between = (_, go) => go();
    if (!rotated) await amina.replica.change({ type: 'rotate' });
    for (const player of [amina, li]) await player.replica.catchUp();
    await ruth.replica.catchUp();
    for (const player of [amina, ruth, li]) {
      expect(readBy(player).filter((value) => value === 'raced')).toHaveLength(1);
      expect(hashOf(player)).toBe(hashOf(amina));
      expect(player.delivered.filter(({ type }) => type === 'Alarm')).toEqual([]);
    }
    await relay.stop();
  }
});

test('C06: of two stewards who act at once the first is taken, nobody is locked out, and all see the same', async () => {
  const stage = await threePeople();
  const acts = (other: Player): readonly ChainWish[] => [
    { type: 'remove', members: [other.replica.member], devices: [] },
    { type: 'rotate' },
    { type: 'setRole', member: other.replica.member, role: 'member' },
  ];
  for (const first of acts(stage.ruth)) {
    for (const second of acts(stage.amina)) {
      for (const order of [0, 1]) {
        const { relay, gate, amina, ruth, li } = await onRelay(stage);
        await write(amina, 'before');
        for (const { replica } of [ruth, li]) await replica.catchUp();
        const posts: (() => void)[] = [];
        const both = Promise.withResolvers<void>();
        gate.between = async (request, go) => {
          if (request.method !== 'POST') return go();
          const turn = Promise.withResolvers<void>();
          posts.push(turn.resolve);
          if (posts.length === 2) both.resolve();
          await turn.promise;
          return go();
        };
        const acting = [amina.replica.change(first), ruth.replica.change(second)].map(
          async (act, by) => ({ by, type: (await act).type }),
        );
        await both.promise;
        gate.between = (_, go) => go();
        // Whose request came to the gate first is chance; the other's is let through afterwards.
        posts[order]?.();
        const early = await Promise.race(acting);
        expect(early.type).toBe('Done');
        posts[1 - order]?.();
        const late = await acting[1 - early.by];
        expect(['Overtaken', 'Refused', 'NotSent']).toContain(late?.type);

        const winner = early.by === 0 ? amina : ruth;
        expect(await write(winner, 'after')).toEqual({ type: 'AllReadBack' });
        expect(await write(li, 'by who only looked on')).toEqual({ type: 'AllReadBack' });
        await winner.replica.catchUp();
        expect(hashOf(li)).toBe(hashOf(winner));
        await relay.stop();
      }
    }
  }
});
