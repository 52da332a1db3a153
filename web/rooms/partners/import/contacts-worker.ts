/**
 * Reads a file of contacts or a calendar away from the page, so that fifty thousand rows never freeze
 * it. Only what may come in leaves this worker: the other cells die with it.
 */
import type { FoundMeetings, FoundPeople, Mapping } from '@alongside/practice';
import { type ContactsRefused, readContacts } from '@alongside/press/contacts';
import type { NoRead } from '../../../ui/read-in-worker.ts';

export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly today: string;
  readonly zone: string;
  readonly mapping?: Mapping;
}

export type NotRead = ContactsRefused | NoRead;

/** The one message that is ours. */
export interface HasRead {
  readonly read: FoundPeople | FoundMeetings | NotRead;
}

self.addEventListener('message', (event: MessageEvent<FileToRead>) => {
  const { bytes, ...about } = event.data;
  // A mistake of ours while reading must not leave the page waiting for its time-out.
  void readContacts(bytes, about)
    .catch(() => ({ type: 'CouldNotRead' }) as const)
    .then((read) => self.postMessage({ read } satisfies HasRead));
});
