/** Pages for people with nothing installed, as a device of the core team opens, words and reads them. */
import { coreTeamCircle } from '../../../circles/well-known.ts';
import type { Writable } from '../../../envelope/cbor-write.ts';
import { intakeKeys } from '../../../intake/keys.ts';
import { isNoticeRead, postNotice } from '../../../intake/notice.ts';
import { readReplies } from '../../../intake/reply.ts';
import { type VisitKind, visitLinkToFragment } from '../../../intake/visit-link.ts';
import { type ChildRefusal, isRefused } from '../../../log/children.ts';
import { StreamAway } from '../../../log/stream-errors.ts';
import type { CircleId } from '../../../types.ts';
import type { Intakes } from '../../intake-types.ts';
import type { TogetherRefusal } from '../../people-types.ts';
import type { PeopleParts } from './parts.ts';
import { refusalOf } from './refusals.ts';

export function createIntakes(parts: PeopleParts): Intakes {
  const { children, publisher, context, server } = parts;
  const { replica } = publisher;
  const { random } = context.resting;
  const coreTeam = coreTeamCircle(replica.state.workspace);

  /** The circle as it is now, if this device is in it: only then can it read what comes. */
  function circleNow(id: CircleId) {
    const circle = replica.state.membership.circles.get(id);
    if (!circle || circle.owed || !replica.keys.circle(circle.id, circle.generation)) return null;
    return { circle: circle.id, generation: circle.generation, kemPub: circle.kemPub };
  }

  async function say(
    secret: Uint8Array,
    says: Writable,
    until: number,
    circle: CircleId,
  ): Promise<TogetherRefusal | undefined> {
    const to = circleNow(circle);
    if (!to) return { type: 'NotNow' };
    const keys = await intakeKeys(secret);
    const notice = await children.visit(keys.notice);
    if (isRefused(notice)) return refusalOf(notice);
    await postNotice(notice, keys, { says, until, to }, random);
    return (await isNoticeRead(notice, keys, { says, until, to })) ? undefined : { type: 'NotNow' };
  }

  return {
    async open(kind: VisitKind, says, lasts, circle = coreTeam) {
      const secret = random(16);
      const { link, ...keys } = await intakeKeys(secret);
      const refusal = await orAway(async () => {
        for (const which of ['inbox', 'notice'] as const) {
          const stream = await children.open(keys[which], lasts[which]);
          if (isRefused(stream)) return refusalOf(stream);
        }
        return say(secret, says as Writable, lasts.notice, circle);
      });
      if (refusal) return refusal;
      // The page stands on the application's own server, which is this one unless it says so.
      const fragment = visitLinkToFragment({ ...link, kind, relay: server });
      return { type: 'IntakeOpened', secret, fragment };
    },
    say: (secret, says, until, circle = coreTeam) =>
      orAway(() => say(secret, says as Writable, until, circle)),
    look: (secret) =>
      orAway(async () => {
        const keys = await intakeKeys(secret);
        const stream = await children.visit(keys.inbox);
        if (isRefused(stream)) return goneOr(stream);
        return { type: 'IntakeRead', ...(await readReplies(stream, keys, replica.keys)) } as const;
      }),
  };
}

/** An inbox that has expired has nothing more to pick up. */
function goneOr(refused: ChildRefusal) {
  if (refused.type === 'Away') return { type: 'ServerAway' } as const;
  return { type: 'IntakeRead', replies: [], unreadable: 0 } as const;
}

async function orAway<T>(work: () => Promise<T>): Promise<T | { readonly type: 'ServerAway' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StreamAway) return { type: 'ServerAway' };
    throw error;
  }
}
