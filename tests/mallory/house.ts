/**
 * A house to attack: two stewards, a member, a guest, and one who was removed but still has somebody
 * who hands them every byte and every key of today. A circle of all of them, and an open invitation.
 */
import { bytesToText } from '../../vault/envelope/bytes.ts';
import type { Secret } from '../../vault/identity/types.ts';
import { invitationKeys } from '../../vault/membership/join-proof.ts';
import { cast, type Player, type Stage, seededRandom } from '../../vault/testing/cast.ts';

export interface House extends Stage {
  readonly amina: Player;
  readonly ruth: Player;
  readonly li: Player;
  readonly sam: Player;
  readonly noor: Player;
  /** Of everybody who is here. */
  readonly circle: string;
  readonly invitation: Awaited<ReturnType<typeof invitationKeys>>;
  /** The key of today: what a traitor would hand to who is not to have it. */
  secret(): Secret;
}

export async function createHouse(): Promise<House> {
  const stage = await cast('amina', 'ruth', 'li', 'noor');
  const { amina, ruth, li, noor } = stage;
  const sam = await stage.join('sam', 'guest');
  await stage.settle();
  const member = ruth.replica.member;
  await amina.replica.change({ type: 'setRole', member, role: 'steward' });
  const invitation = await invitationKeys(seededRandom('open')(16));
  await amina.replica.change({ type: 'invite', ...invitation, role: 'member' });
  await amina.replica.change({ type: 'remove', members: [noor.replica.member], devices: [] });
  await stage.settle();
  const circle = bytesToText(new Uint8Array(16).fill(5));
  const all = [amina, ruth, li, sam].map(({ replica }) => replica.member);
  await amina.replica.formCircle(circle, all);
  await stage.settle();
  return {
    ...stage,
    amina,
    ruth,
    li,
    sam,
    noor,
    circle,
    invitation,
    secret() {
      const found = amina.keys.epoch(amina.replica.state.epoch);
      if (found === undefined) throw new Error('Must hold: Amina has the key');
      return found;
    },
  };
}
