/** Bodies by their type. Chain entries have the codes of `membership/changes`; content is here. */

import { checkpointToPlain, plainToCheckpoint } from '../checkpoint/reference.ts';
import { boxToPlain, plainToBox } from '../circles/box.ts';
import { capsuleToPlain, plainToCapsule } from '../circles/capsule.ts';
import { generationToPlain, plainToGeneration } from '../circles/generation.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { isBytes } from '../envelope/frame.ts';
import { isChainType, plainToChange } from '../membership/changes/index.ts';
import { plainToList } from '../membership/parts.ts';
import { opsToPlain, plainToOps } from './ops.ts';
import type { Body } from './types.ts';

const PLAIN = 32;
const BOX = 33;
const CAPSULE = 34;
const CIRCLE = 35;
const HEARTBEAT = 36;
const CHECKPOINT = 37;
const ATTEST = 38;

export function bodyType(body: Body): number {
  switch (body.kind) {
    case 'chain':
      return body.change.code;
    case 'plain':
      return PLAIN;
    case 'box':
      return BOX;
    case 'capsule':
      return CAPSULE;
    case 'circle':
      return CIRCLE;
    case 'heartbeat':
      return HEARTBEAT;
    case 'checkpoint':
      return CHECKPOINT;
    case 'attest':
      return ATTEST;
  }
}

export function bodyToPlain(body: Body): Writable {
  switch (body.kind) {
    case 'chain':
      return body.change.toPlain();
    case 'plain':
      return opsToPlain(body.ops);
    case 'box':
      return boxToPlain(body.box);
    case 'capsule':
      return capsuleToPlain(body.capsule);
    case 'circle':
      return generationToPlain(body.generation);
    case 'heartbeat':
      return [];
    case 'checkpoint':
      return checkpointToPlain(body.checkpoint);
    case 'attest':
      return [body.sha256];
  }
}

/** The body, or null where a type is unknown or the bytes are not of its form. */
export function plainToBody(type: number, plain: Plain): Body | null {
  if (isChainType(type)) {
    const change = plainToChange(type, plain);
    return change && { kind: 'chain', change };
  }
  switch (type) {
    case PLAIN: {
      const ops = plainToOps(plain);
      return ops && { kind: 'plain', ops };
    }
    case BOX: {
      const box = plainToBox(plain);
      return box && { kind: 'box', box };
    }
    case CAPSULE: {
      const capsule = plainToCapsule(plain);
      return capsule && { kind: 'capsule', capsule };
    }
    case CIRCLE: {
      const generation = plainToGeneration(plain);
      return generation && { kind: 'circle', generation };
    }
    case HEARTBEAT:
      return Array.isArray(plain) && plain.length === 0 ? { kind: 'heartbeat' } : null;
    case CHECKPOINT: {
      const checkpoint = plainToCheckpoint(plain);
      return checkpoint && { kind: 'checkpoint', checkpoint };
    }
    case ATTEST: {
      const sha256 = plainToList(plain, 1)?.[0];
      return isBytes(sha256, 32) ? { kind: 'attest', sha256 } : null;
    }
    default:
      return null;
  }
}
