/** The old device's side of adding another of the same person: a code, who answered, the person's word. */
import { publishCheckpoint } from '../../../checkpoint/publish.ts';
import {
  addOwnDevice,
  answersTo,
  openPairing,
  type Pairing,
  welcomeOwnDevice,
} from '../../../joining/pairing.ts';
import { pairingToText } from '../../../joining/pairing-code.ts';
import type { Replica } from '../../../log/types.ts';
import type { FourWords, TogetherRefusal } from '../../people-types.ts';
import type { PeopleParts } from './parts.ts';
import { notPublished, refusalOf } from './refusals.ts';

export interface Pairings {
  /** Opens a lobby and gives the code to show. One at a time: a new one ends the old. */
  begin(): Promise<{ readonly type: 'Code'; readonly code: string } | TogetherRefusal>;
  /** The words of whoever answered; null as long as nobody has, or where more than one did. */
  words(): Promise<FourWords | null>;
  /** The person says that the words are the same. */
  confirm(): Promise<TogetherRefusal | null>;
  stop(): void;
}

type Answer = Extract<Awaited<ReturnType<typeof answersTo>>, readonly unknown[]>[number];

export function createPairings(
  parts: PeopleParts,
  reaching: <T>(work: (replica: Replica) => Promise<T>) => Promise<T | TogetherRefusal>,
): Pairings {
  const { context, server, children, publisher } = parts;
  const { clock, resting } = context;
  const { random } = resting;
  let pairing: Pairing | undefined;
  let answer: Answer | undefined;
  return {
    begin: () =>
      reaching(async (replica) => {
        const opened = await openPairing(replica, server, children, clock, random);
        if ('type' in opened) return refusalOf(opened);
        pairing = opened;
        answer = undefined;
        return { type: 'Code', code: pairingToText(opened) } as const;
      }),
    async words() {
      if (!pairing) return null;
      const found = await answersTo(pairing, publisher.replica, children).catch(() => []);
      if ('type' in found || found.length !== 1) return null;
      answer = found[0];
      return answer?.words ?? null;
    },
    async confirm() {
      const [here, who] = [pairing, answer];
      if (!here || !who) return { type: 'NotNow' };
      return reaching(async (replica) => {
        const offset = await parts.reached();
        const added = await addOwnDevice(replica, here, who.card, clock);
        if (added.type === 'PairingExpired') return { type: 'CodeExpired' } as const;
        if (added.type !== 'Added') return refusalOf(added);
        const checkpoint = await publishCheckpoint(publisher);
        if ('type' in checkpoint) return notPublished(checkpoint);
        const about = { checkpoint, offset, relay: server };
        const refused = await welcomeOwnDevice(
          replica,
          here,
          added.device,
          about,
          children,
          random,
        );
        pairing = undefined;
        return refused ? refusalOf(refused) : null;
      });
    },
    stop() {
      pairing = undefined;
      answer = undefined;
    },
  };
}
