/** What a stream rejects with. Anything else that it throws is our mistake. */

/** Nothing of an append was stored, for certain. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
  /** `moved`: others were first; read on and make it anew. */
  readonly because: 'moved' | 'refused';

  constructor(because: 'moved' | 'refused', cause?: Error) {
    super(because, { cause });
    this.because = because;
  }
}

/** The stream cannot be asked now. What was appended may have been stored or not. */
export class StreamAway extends Error {
  override readonly name: string = 'StreamAway';

  /** Whoever was asked knows of no such stream, or not for these tokens. */
  get isMissing(): boolean {
    return false;
  }
}

/** There is no such stream. */
export class StreamMissing extends StreamAway {
  override readonly name = 'StreamMissing';

  override get isMissing(): boolean {
    return true;
  }
}
