/**
 * Reads a document away from the page, so that a large one never freezes it and a hostile one dies
 * alone. Gets bytes and a file's name, gives back a reading or a refusal, and ends.
 */
import type { Reading } from '@alongside/practice';
import { type Refusal, readDocument } from '@alongside/press';

export interface ToRead {
  readonly bytes: Uint8Array;
  /** The file's name; absent where the text was pasted. */
  readonly name?: string;
}

/** The one message that is ours: a parser that finds itself in a worker sends some of its own. */
export interface HasRead {
  readonly read: Reading | Refusal | { readonly type: 'CouldNotRead' };
}

self.addEventListener('message', (event: MessageEvent<ToRead>) => {
  const { bytes, name } = event.data;
  // A mistake of ours while reading must not leave the page waiting for its time-out.
  void readDocument(bytes, { name: name ?? '' })
    .catch(() => ({ type: 'CouldNotRead' }) as const)
    .then((read) => self.postMessage({ read } satisfies HasRead));
});
