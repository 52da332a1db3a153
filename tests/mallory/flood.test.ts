import { expect, test } from 'vitest';
import { createFold } from '../../vault/fold/fold.ts';
import { makeEntry, previousOf } from '../../vault/log/make-entry.ts';
import type { Wire } from '../../vault/log/types.ts';
import { stateToBytes } from '../../vault/membership/state-bytes.ts';
import { anyOp, cast, type Player } from '../../vault/testing/cast.ts';
import { readEntries } from '../../vault/vectors/read-entries.ts';
import { countCrypto } from '../evil-relay/count-crypto.ts';
import { PATIENCE, rounds } from '../sim/play.ts';

/** Valid entries, one after the other, as fast as a device can make them. */
async function flood(by: Player, count: number): Promise<readonly Wire[]> {
  const { state, device } = by.replica;
  const secret = by.keys.epoch(state.epoch);
  if (secret === undefined) throw new Error('Must hold: the key');
  const author = { device: by.keys.device, number: device, secret, random: by.random };
  let previous = previousOf(state, device);
  const wires: Wire[] = [];
  for (let n = 0; n < count; n++) {
    const ops = { runs: [{ seen: 0, ops: [anyOp(`spam ${n}`)] }], releases: [] };
    const body = { kind: 'plain', ops } as const;
    const made = await makeEntry(state, author, { body, wraps: null, previous, hlc: n });
    previous = made.id;
    wires.push(made.wire);
  }
  return wires;
}

test(
  'D16: a flood of valid entries costs so much each and no more, names its author, and stops nobody',
  async () => {
    const { amina, ruth, li, stream } = await cast('amina', 'ruth', 'li');
    await amina.replica.catchUp();
    const count = rounds(1500, 20_000);
    await stream.append(await flood(li, count));
    const size = stateToBytes(amina.replica.state).length;
    const before = amina.delivered.length;

    // While it reads, everything else that waits in this thread gets its turn.
    let turns = 0;
    let reading = true;
    const others = (async () => {
      for (; reading; turns++) await new Promise((resolve) => setImmediate(resolve));
    })();
    const { calls } = await countCrypto(() => amina.replica.catchUp());
    reading = false;
    await others;

    expect(calls.verify, 'a signature each').toBe(count);
    expect(calls.decrypt).toBe(count);
    expect(calls.deriveBits).toBe(count);
    expect(turns, 'at least once for each sixty-four').toBeGreaterThanOrEqual(count / 64);
    const grown = stateToBytes(amina.replica.state).length - size;
    expect(grown / count, 'bytes that are kept of each beside what it says').toBeLessThan(64);

    const said = amina.delivered.slice(before);
    const byLi = said.filter((one) => one.type === 'Content' && one.accepted.device === 2);
    expect(byLi.length).toBe(count);
    const fold = createFold({ me: '', random: amina.random, now: () => 0 });
    fold.applyAccepted(byLi.flatMap((one) => (one.type === 'Content' ? [one.accepted] : [])));
    const [record] = fold.tables.all('asks');
    expect(fold.tables.writtenBy('asks', record?.id ?? '', 'title')?.member).toBe(
      li.replica.member,
    );

    ruth.replica.write('everyone', [{ seen: 0, ops: [anyOp('still here')] }]);
    expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
    const gone = { type: 'remove', members: [li.replica.member], devices: [] } as const;
    expect(await amina.replica.change(gone)).toMatchObject({ type: 'Done' });
  },
  PATIENCE,
);

test('D20: what a person said stays theirs after they are removed, leave, lose the device or come back', async () => {
  for (const end of ['remove', 'leave', 'drop', 'readmit'] as const) {
    const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
    const { member } = li.replica;
    li.replica.write('everyone', [{ seen: 0, ops: [anyOp('what Li said')] }]);
    await li.replica.send();
    await settle();
    if (end === 'remove')
      await amina.replica.change({ type: 'remove', members: [member], devices: [] });
    else if (end === 'leave') await li.replica.change({ type: 'leave' });
    else if (end === 'drop') await li.replica.change({ type: 'dropOwnDevice', device: 2 });
    else await amina.replica.change({ type: 'readmit', member, card: await freshCard(amina) });
    await ruth.replica.heartbeat();
    await settle();
    const said = ruth.delivered.find(
      (one) => one.type === 'Content' && JSON.stringify(one.accepted).includes('what Li said'),
    );
    expect(said, end).toMatchObject({ accepted: { device: 2, member } });
    const { devices, members } = ruth.replica.state.membership;
    expect(devices[2], end).toMatchObject({ member, active: false });
    expect(members.has(member), end).toBe(true);
    // Whoever reads all of it anew finds the same entry accepted at the same place.
    const { workspace } = ruth.replica.state;
    const place = { workspace, stream: stream.id, epochs: amina.rawEpochs };
    const verdicts = await readEntries(place, stream.wires);
    const position = said?.type === 'Content' ? said.accepted.position : 0;
    expect(verdicts[position - 1]?.verdict, end).toBe(`accepted at ${position}`);
  }
});

async function freshCard({ random }: Player) {
  const { createDeviceSeeds, deviceFromSeeds } = await import('../../vault/identity/device.ts');
  return (await deviceFromSeeds(createDeviceSeeds(random))).card;
}
