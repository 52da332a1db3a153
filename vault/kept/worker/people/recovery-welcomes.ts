/**
 * Welcomes for this person's recovery devices, so that twelve words, or two trustees' shares, find the
 * workspace with nothing but its server: when one was made, once a month, and anew after each compaction,
 * in the same stream or another: it takes what the welcome before led to off the server. What was only
 * rotated since is no hindrance: each rotation is sealed to recovery devices too, and who comes reads on
 * from the welcome to the end.
 */
import { publishCheckpoint } from '../../../checkpoint/publish.ts';
import { sameBytes } from '../../../envelope/bytes.ts';
import { isKitDue, leaveKitWelcome } from '../../../joining/kit.ts';
import { StreamAway } from '../../../log/stream-errors.ts';
import { lobbiesToRest, type RecoveryLobby, readLobbies } from '../recovery-lobbies.ts';
import type { PeopleParts } from './parts.ts';

/** False where some could not be left: it is to be tried again later. */
export async function leaveDueWelcomes(parts: PeopleParts): Promise<boolean> {
  const { context, children, publisher, server } = parts;
  const { resting, clock } = context;
  const { replica, random } = publisher;
  const { state, member } = replica;

  const deviceOf = ({ sign }: RecoveryLobby) =>
    state.membership.devices.find(
      (one) => one.active && one.member === member && sameBytes(one.sign, sign),
    );
  const isDue = ({ left }: RecoveryLobby) =>
    left === null ||
    left.server !== server ||
    !sameBytes(left.incarnation, state.incarnation) ||
    isKitDue(left.at, clock);

  const kept = (await readLobbies(resting)).filter(deviceOf);
  const due = kept.filter(isDue);
  if (due.length === 0) return true;
  try {
    const offset = await parts.reached();
    const checkpoint = await publishCheckpoint(publisher);
    if ('type' in checkpoint) return false;
    const about = { checkpoint, offset, relay: server };
    const now: RecoveryLobby[] = [];
    for (const one of kept) {
      const device = deviceOf(one);
      const refused =
        device && due.includes(one)
          ? await leaveKitWelcome(
              replica,
              one.secret,
              device.number,
              about,
              children,
              clock,
              random,
            )
          : 'not due';
      const left = { at: clock(), incarnation: state.incarnation, server };
      now.push(refused === undefined ? { ...one, left } : one);
    }
    const refusal = await resting.storage.write([await lobbiesToRest(resting, now)]);
    return refusal === undefined && !now.some(isDue);
  } catch (error) {
    if (error instanceof StreamAway) return false;
    throw error;
  }
}
