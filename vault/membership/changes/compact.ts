/**
 * A steward moves the workspace to a new stream that begins with a checkpoint; old keys are
 * destroyed, which is the only real erasure. Not while *Keep everything* holds.
 */

import { isBytes } from '../../envelope/frame.ts';
import { bringsRotation, type ChangeRule, needsSteward } from '../change.ts';
import { plainToList, plainToRotation, type Rotation, rotationToPlain } from '../parts.ts';

export interface Compaction {
  /** The new stream's id, 16 bytes. */
  readonly stream: Uint8Array;
  /** Where it is served; empty where that stays. */
  readonly relay: string;
  /** The checkpoint's reference, as its own format says. */
  readonly checkpoint: Uint8Array;
  readonly rotation: Rotation;
}

export const compact: ChangeRule<Compaction> = {
  code: 13,
  name: 'compact',
  bodyToPlain: ({ stream, relay, checkpoint, rotation }) => [
    stream,
    relay,
    checkpoint,
    rotationToPlain(rotation),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 4);
    if (items === null) return null;
    const [stream, relay, checkpoint, rotationPlain] = items;
    const rotation = plainToRotation(rotationPlain);
    if (!isBytes(stream, 16) || typeof relay !== 'string' || rotation === null) return null;
    return checkpoint instanceof Uint8Array ? { stream, relay, checkpoint, rotation } : null;
  },
  brings: (body) => ({ ...bringsRotation(body), stream: body.stream }),
  apply(draft, _body, place) {
    return draft.policy.keepEverything ? 'KeepEverything' : needsSteward(place);
  },
};
