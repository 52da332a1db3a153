/**
 * The trustees of the person who is open here: naming them ends what earlier ones held, and asks for
 * the six words, since two trustees together can become this person.
 */
import { nameTrustees } from '../../../joining/trustees.ts';
import type { Replica } from '../../../log/types.ts';
import { recoveryDevicesOf } from '../../../membership/questions/recovery-devices.ts';
import type { MemberId } from '../../../types.ts';
import type { TogetherRefusal } from '../../people-types.ts';
import type { WordsAgainRefusal } from '../../types.ts';
import { lobbiesToRest, readLobbies } from '../recovery-lobbies.ts';
import { rootByWords } from '../words-again.ts';
import type { PeopleParts } from './parts.ts';
import { notPublished } from './refusals.ts';

export interface Trust {
  /** None ends the trust without naming anybody new. */
  name(
    trustees: readonly MemberId[],
    words: string,
  ): Promise<TogetherRefusal | WordsAgainRefusal | null>;
}

export function createTrust(
  parts: PeopleParts,
  reaching: <T>(work: (replica: Replica) => Promise<T>) => Promise<T | TogetherRefusal>,
): Trust {
  const { context, server, publisher, enclose } = parts;
  const { clock, resting } = context;

  async function nameNew(trustees: readonly MemberId[]): Promise<TogetherRefusal | null> {
    const offset = await parts.reached();
    const about = { relay: server, offset: () => offset, clock, enclose };
    const named = await nameTrustees(publisher, trustees, about);
    switch (named.type) {
      case 'Named': {
        const { sign, lobbySecret } = named;
        const left = { at: clock(), incarnation: publisher.replica.state.incarnation, server };
        const lobby = { sign, secret: lobbySecret, left };
        const lobbies = [...(await readLobbies(resting)), lobby];
        const refusal = await resting.storage.write([await lobbiesToRest(resting, lobbies)]);
        return refusal ? { type: 'NotNow' } : null;
      }
      case 'TrusteesWrong':
        return { type: 'NotNow' };
      case 'TrusteeNotReady':
        return { type: 'TrusteeNotReady' };
      default:
        return notPublished(named);
    }
  }

  return {
    async name(trustees, typed) {
      const root = await rootByWords(resting, typed);
      if ('type' in root) return root;
      root.fill(0);
      return reaching(async (replica) => {
        await replica.catchUp();
        const { membership } = replica.state;
        const before = recoveryDevicesOf(membership, replica.member, 'trustees');
        const refusal = trustees.length > 0 ? await nameNew(trustees) : null;
        if (refusal) return refusal;
        for (const { number } of before) {
          const dropped = await replica.change({ type: 'dropOwnDevice', device: number });
          if (dropped.type !== 'Done') return notPublished(dropped);
        }
        if (replica.state.membership.rotationOwed) await replica.change({ type: 'rotate' });
        return null;
      });
    },
  };
}
