/** What an application calls about pages for people with nothing installed. */
import type { Plain } from '../envelope/cbor-read.ts';
import type { VisitKind } from '../intake/visit-link.ts';
import type { CircleId, RecordId, Value } from '../types.ts';
import type { TogetherRefusal } from './people-types.ts';

/**
 * Pages for people with nothing installed: what is asked of them, and what they answered. Each has a
 * secret that the core team keeps in a record of its own; the link that is sent holds another, from
 * which nobody can read answers.
 */
export interface Intakes {
  /**
   * Opens a page that says this as long as it lasts. `fragment` is what follows # in its link.
   * Answers are sealed to `circle`; to the core team where none is named.
   */
  open(
    kind: VisitKind,
    says: Value,
    lasts: IntakeLasts,
    circle?: CircleId,
  ): Promise<IntakeOpened | TogetherRefusal>;
  /**
   * The page says something else from now on, until then (ms since 1970), and seals to the circle as it is now.
   * Refuses with `NotNow` where whoever has the link reads another thing there all the same: somebody else who
   * has the secret worded it later, or stuffed it.
   */
  say(
    secret: Uint8Array,
    says: Value,
    until: number,
    circle?: CircleId,
  ): Promise<TogetherRefusal | undefined>;
  /** Everything that came. Each answer has one id for all who read it. */
  look(secret: Uint8Array): Promise<IntakeRead | TogetherRefusal>;
}

/** Until when the server keeps it, ms since 1970. */
export interface IntakeLasts {
  /** It can be answered until then. */
  readonly notice: number;
  /** Answers wait until then to be picked up. */
  readonly inbox: number;
}

export interface IntakeOpened {
  readonly type: 'IntakeOpened';
  /** 16 bytes: for a record that only the core team reads. */
  readonly secret: Uint8Array;
  readonly fragment: string;
}

export interface IntakeRead {
  readonly type: 'IntakeRead';
  readonly replies: readonly {
    readonly id: RecordId;
    /** The circle whose people can read it, as the visitor was told. */
    readonly circle: CircleId;
    readonly says: Plain;
  }[];
  /** Answers that this person has no key for, or that are none. */
  readonly unreadable: number;
}
