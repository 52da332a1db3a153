/** What a storage refused, as the page is told it. */
import type { WriteRefusal } from '../../local/storage.ts';
import type { StorageRefusal } from '../types.ts';

/** Nothing here adds to a taken key but the log, which reads on; elsewhere it is a storage gone wrong. */
export function asStorageRefusal(refusal: WriteRefusal): StorageRefusal {
  return refusal.type === 'Taken' ? { type: 'StorageLost' } : refusal;
}
