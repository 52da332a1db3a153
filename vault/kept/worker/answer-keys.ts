/** Answers about keys: the recovery kit, other words. They are only given while a workspace is open. */
import type {
  KitRefusal,
  OldLockLeft,
  RecoveryKit,
  StorageRefusal,
  WordsLanguage,
  WordsRefusal,
} from '../types.ts';
import type { Desk } from './desk.ts';
import { kitInUse } from './kit.ts';
import { changeLock, openRoot } from './locks.ts';
import { asStorageRefusal } from './refusals.ts';
import { readSix } from './words.ts';

export async function answerKit(
  desk: Desk,
  language: WordsLanguage,
): Promise<RecoveryKit | KitRefusal> {
  if (!desk.session) return { type: 'NotNow' };
  const { createKit } = await import('./make-kit.ts');
  return createKit(desk.session, language);
}

export async function answerHasKit({ session }: Desk): Promise<boolean> {
  return session !== undefined && (await kitInUse(session)) !== undefined;
}

export async function answerRevokeKit(desk: Desk): Promise<KitRefusal | undefined> {
  if (!desk.session) return { type: 'NotNow' };
  const { revokeKit } = await import('./make-kit.ts');
  return revokeKit(desk.session);
}

export async function answerChangeWords(
  desk: Desk,
  words: string,
): Promise<WordsRefusal | StorageRefusal | OldLockLeft | undefined> {
  const text = await readSix(words);
  if (typeof text !== 'string') return text;
  const { session } = desk;
  const root = session && (await openRoot(session.resting));
  if (!root) return { type: 'StorageLost' };
  const { storage, random } = session.resting;
  const refusal = await changeLock(storage, session.place, text, root, random);
  root.fill(0);
  if (refusal === undefined || refusal.type === 'OldLockLeft') return refusal;
  return asStorageRefusal(refusal);
}
