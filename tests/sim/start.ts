/**
 * Where simulated histories begin: a workspace of a few people who have read everything, made once
 * and copied for each history.
 *
 *   const start = await beginning({ amina: 'steward', ruth: 'steward', li: 'member', sam: 'guest' });
 */
import { coreTeamCircle } from '../../vault/circles/well-known.ts';
import type { DeviceKeys } from '../../vault/identity/types.ts';
import type { Wire } from '../../vault/log/types.ts';
import type { Role } from '../../vault/membership/state.ts';
import { stateToBytes } from '../../vault/membership/state-bytes.ts';
import { cast, type Player } from '../../vault/testing/cast.ts';
import { firstDisk } from './first-disk.ts';
import type { Disk } from './sim-device.ts';

export interface Beginning {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  readonly coreTeam: string;
  readonly wires: readonly Wire[];
  readonly people: readonly {
    readonly name: string;
    readonly role: Role;
    readonly deviceKeys: DeviceKeys;
    readonly disk: Disk;
  }[];
}

/**
 * The first in the cast begins the workspace and must be a steward; the others come in with their
 * roles. The core team is the first three who are not guests.
 */
export async function beginning(roles: Readonly<Record<string, Role>>): Promise<Beginning> {
  const names = Object.keys(roles);
  const stage = await cast(names[0] ?? 'amina');
  const [first] = stage.players;
  if (first === undefined) throw new Error('Must hold: somebody begins');
  for (const name of names.slice(1)) await stage.join(name, roles[name]);
  const coreTeam = coreTeamCircle(first.replica.state.workspace);
  const team = stage.players.filter(({ name }) => roles[name] !== 'guest').slice(0, 3);
  const members = team.map(({ replica }) => replica.member);
  await first.replica.formCircle(coreTeam, members);
  await stage.settle();
  return {
    workspace: first.replica.state.workspace,
    stream: stage.stream.id,
    coreTeam,
    wires: [...stage.stream.wires],
    people: await Promise.all(stage.players.map((player) => atRest(player, roles))),
  };
}

async function atRest(
  { name, replica, keys, rawEpochs }: Player,
  roles: Readonly<Record<string, Role>>,
) {
  const { circles } = await keys.reveal();
  const epochs = [...rawEpochs.entries()]
    .filter(([, raw]) => raw !== undefined)
    .map(([epoch, raw]) => ({ epoch, raw }));
  const { offset } = replica;
  const began = stateToBytes(replica.state);
  const disk = await firstDisk({ began, offset, blocks: [], epochs, circles });
  return { name, role: roles[name] ?? 'member', deviceKeys: keys.device, disk };
}
