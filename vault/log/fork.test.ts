import { expect, test } from 'vitest';
import { bytesToState, stateToBytes } from '../membership/state-bytes.ts';
import { anyOp, cast, type Player } from '../testing/cast.ts';
import { createMemoryStream } from './memory-stream.ts';
import { createReplica } from './replica.ts';
import type { Delivered, Wire } from './types.ts';

const LENGTH = 60;

test('A01: two who were shown different ends are told of it by the first entry that crosses over', async () => {
  const stage = await cast('amina', 'ruth');
  const { amina, ruth, stream, clock } = stage;
  const places: { wires: Wire[]; amina: Uint8Array; ruth: Uint8Array; offset: string }[] = [];
  for (let n = 0; n < LENGTH; n++) {
    const writer = n % 2 ? amina : ruth;
    writer.replica.write('everyone', [{ seen: 0, ops: [anyOp(`w${n}`)] }]);
    await writer.replica.send();
    await stage.settle();
    places.push({
      wires: [...stream.wires],
      amina: stateToBytes(amina.replica.state),
      ruth: stateToBytes(ruth.replica.state),
      offset: amina.replica.offset,
    });
  }

  for (const { wires, offset, ...states } of places) {
    const at = (player: Player, bytes: Uint8Array) => {
      const own = createMemoryStream(stream.id, [...wires]);
      const state = bytesToState(bytes);
      if (state === null) throw new Error('Must hold: what was written reads');
      const delivered: Delivered[] = [];
      const { keys, random } = player;
      const { device } = player.replica;
      const deliver = (one: Delivered) => void delivered.push(one);
      const about = { state, keys, stream: own, device, offset, random, clock, deliver };
      return { replica: createReplica(about), own, delivered };
    };
    const hers = at(amina, states.amina);
    const his = at(ruth, states.ruth);
    for (const { replica } of [hers, his]) {
      replica.write('everyone', [{ seen: 0, ops: [anyOp('only on one side')] }]);
      await replica.send();
    }
    const position = hers.replica.state.n + 1;
    his.replica.write('everyone', [{ seen: 0, ops: [anyOp('crosses over')] }]);
    await his.replica.send();
    await hers.own.append([his.own.wires.at(-1) as Wire]);
    await hers.replica.catchUp();
    expect(hers.delivered).toContainEqual({
      type: 'Alarm',
      alarm: { type: 'Fork', position, device: 1, viewN: position - 1 },
    });
    const merged = hers.delivered.flatMap((one) =>
      one.type === 'Content' ? one.accepted.runs.flatMap(({ ops }) => ops) : [],
    );
    expect(JSON.stringify(merged)).not.toContain('crosses over');
  }
});
