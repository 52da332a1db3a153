/**
 * A log to attack: three people found a workspace, then sixty messages of all sorts follow, with new
 * keys, a circle, an invitation and quiet heartbeats among them.
 */
import { coreTeamCircle } from '../../vault/circles/well-known.ts';
import type { Wire } from '../../vault/log/types.ts';
import { invitationKeys } from '../../vault/membership/join-proof.ts';
import { anyOp, cast, type Player, seededRandom } from '../../vault/testing/cast.ts';
import type { Place } from './judge.ts';

export interface Sixty {
  readonly place: Place;
  readonly wires: readonly Wire[];
  /** Where the sixty begin: three are here and have read everything. */
  readonly from: number;
  readonly people: readonly Player[];
}

export async function playSixty(count = 60): Promise<Sixty> {
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, ruth, li, stream, clock } = stage;
  const from = stream.wires.length;
  const people = [amina, ruth, li];
  const circle = coreTeamCircle(amina.replica.state.workspace);
  const dice = seededRandom('sixty');
  for (let n = 0; stream.wires.length < from + count; n++) {
    clock.pass(60_000);
    const [who = 0, what = 0] = dice(2);
    const me = people[who % 3] as Player;
    if (n % 19 === 7) await amina.replica.change({ type: 'rotate' });
    else if (n % 19 === 12) await say(amina, { circle });
    else if (n % 23 === 5) {
      const invitation = await invitationKeys(seededRandom(`invitation ${n}`)(16));
      await amina.replica.change({ type: 'invite', ...invitation, role: 'member' });
    } else if (what % 3 === 0) await me.replica.heartbeat();
    else await say(me, 'everyone', n);
    if (what % 4 === 0) await stage.settle();
  }
  await stage.settle();
  const { workspace } = amina.replica.state;
  const place = { workspace, stream: stream.id, epochs: amina.rawEpochs };
  return { place, wires: [...stream.wires], from, people };
}

async function say(
  me: Player,
  audience: Parameters<Player['replica']['write']>[0],
  n = 0,
): Promise<void> {
  me.replica.write(audience, [{ seen: me.replica.state.n, ops: [anyOp(`${me.name} ${n}`)] }]);
  await me.replica.send();
}
