/** What the log and the streams beside it refuse, as people meet it. */
import type { PublishRefusal } from '../../../checkpoint/publish.ts';
import type { ChildRefusal } from '../../../log/children.ts';
import type { Refusal } from '../../../log/types.ts';
import type { WishRefused } from '../../../log/wishes.ts';
import type { TogetherRefusal } from '../../people-types.ts';

const byRule: Partial<Record<Refusal, TogetherRefusal['type']>> = {
  NotASteward: 'NotASteward',
  NotAllowedForRole: 'NotASteward',
  NoStewardLeft: 'LastSteward',
  NotYourself: 'NotYourself',
  NotYourDevice: 'NotYourself',
  InvitationUnknown: 'InvitationSpent',
  InvitationSpent: 'InvitationSpent',
  KeepEverything: 'KeepEverythingHolds',
  SecondNeeded: 'SecondNeeded',
  NobodyKnown: 'RemovedHere',
};

export function refusalOf(refused: WishRefused | ChildRefusal): TogetherRefusal {
  switch (refused.type) {
    case 'NotSent':
    case 'Away':
      return { type: 'ServerAway' };
    case 'Overtaken':
      return { type: 'Overtaken' };
    case 'NotThere':
      return { type: 'InvitationExpired' };
    case 'Refused':
      return { type: byRule[refused.because] ?? 'NotNow' };
  }
}

export function notPublished(refused: PublishRefusal): TogetherRefusal {
  switch (refused.type) {
    case 'NotSent':
    case 'Away':
    case 'NotThere':
    case 'Overtaken':
    case 'Refused':
      return refusalOf(refused);
    default:
      return { type: 'NotNow' };
  }
}
