/**
 * *Keep everything*: since when it holds and who began it, out of the chain; and the signature of a
 * steward who asks to end it, which another steward's entry carries. A signature is good for one
 * head of the chain: whoever came or went since, the ask must be made anew.
 */
import { sign } from '../../identity/signing.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import type { Second } from '../../log/types.ts';
import { placeOf } from '../../membership/apply.ts';
import { policy, policyAbout } from '../../membership/changes/policy.ts';
import { isSteward } from '../../membership/questions/stewards.ts';
import { secondBytes } from '../../membership/second.ts';
import type { State } from '../../membership/state.ts';
import type { EndingSigned } from '../messages.ts';
import type { KeepsEverything, TogetherRefusal } from '../people-types.ts';
import { chainEvents } from './chain-events.ts';
import { refusalOf } from './people/refusals.ts';
import type { Session } from './session-types.ts';

const ended = { keepEverything: false };

/** As the chain says; who asks to end it is in the tables. */
export function keepsEverything(state: State): KeepsEverything {
  const { head, events } = chainEvents(state);
  const { keepEverything: holds } = state.membership.policy;
  const begun = holds ? events.findLast(({ change }) => change === 'policy') : undefined;
  return {
    holds,
    since: begun?.at ?? null,
    by: begun?.member ?? null,
    place: head,
    ending: null,
  };
}

/** Begins it, or ends it with what a second steward signed. Also where nothing is served: papers come to one person too. */
export async function setKeepEverything(
  session: Session,
  on: boolean,
  second: Second | null,
): Promise<TogetherRefusal | null> {
  return onChain<null>(session, async (replica) => {
    const wish = { type: 'policy' as const, policy: { keepEverything: on } };
    const outcome = await replica.change(second ? { ...wish, second } : wish);
    return outcome.type === 'Done' ? null : refusalOf(outcome);
  });
}

/** Signs for the end, as the one of two. */
export async function signEnding(session: Session): Promise<EndingSigned | TogetherRefusal> {
  return onChain<EndingSigned>(session, async (replica) => {
    await replica.catchUp();
    const { state, device, keys } = replica;
    if (!isSteward(state, device)) return { type: 'NotASteward' };
    if (!state.membership.policy.keepEverything) return { type: 'NotNow' };
    const message = secondBytes(placeOf(state, device), policy.code, policyAbout(ended));
    const sig = await sign(keys.device.sign, message);
    return { type: 'EndingSigned', place: keepsEverything(state).place, second: { device, sig } };
  });
}

async function onChain<T>(
  session: Session,
  work: (replica: Session['replica']) => Promise<T | TogetherRefusal>,
): Promise<T | TogetherRefusal> {
  try {
    const done = await session.changeChain(work);
    return done === undefined ? { type: 'AlarmFirst' } : done;
  } catch (error) {
    if (error instanceof StreamAway) return { type: 'ServerAway' };
    throw error;
  }
}
