/**
 * The private error of this room: thrown where a document cannot be read, turned into its refusal
 * at the edge (`read-document.ts`) and nowhere else.
 */
import type { Refusal } from './refusals.ts';

export class Unreadable extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

export function refuse(refusal: Refusal): never {
  throw new Unreadable(refusal);
}
