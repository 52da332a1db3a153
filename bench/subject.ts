/**
 * What is measured, for whoever runs it in Node or in a page: a subject has contenders, each of
 * which prepares its bytes once and is then measured alone, in a process of its own.
 */
export interface Subject {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The figure that goals and ratios are about, one of the keys of `ms`. */
  readonly headline: string;
  /** Where it can be measured; in Node and in a page where it is left out. */
  readonly stages?: readonly string[];
  readonly contenders: Readonly<Record<string, () => Promise<Contender>>>;
}

export interface Contender {
  /** The bytes the measuring starts from; not timed. */
  prepare(size: number): Promise<Uint8Array<ArrayBuffer>>;
  measure(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Measured>;
}

export interface Measured {
  /** Milliseconds, or microseconds where the key says µs, or how many a second where it says /s. */
  readonly ms: Readonly<Record<string, number>>;
  /** Other facts: bytes an edit, and what must be alike for all contenders. */
  readonly facts?: Readonly<Record<string, number | string>>;
}
