/** Answers about keys: the recovery kit, other words. They are only given while a workspace is open,
 * and with its six words. */
import type {
  KitRefusal,
  OldLockLeft,
  RecoveryKit,
  WordsAgainRefusal,
  WordsLanguage,
} from '../types.ts';
import type { Desk } from './desk.ts';
import { kitInUse } from './kit.ts';
import { changeLock } from './locks.ts';
import { asStorageRefusal } from './refusals.ts';
import { readSix } from './words.ts';
import { rootByWords } from './words-again.ts';

export async function answerKit(
  desk: Desk,
  language: WordsLanguage,
  words: string,
): Promise<RecoveryKit | KitRefusal> {
  if (!desk.session) return { type: 'NotNow' };
  const { createKit } = await import('./make-kit.ts');
  return createKit(desk.session, language, words);
}

export async function answerHasKit({ session }: Desk): Promise<boolean> {
  return session !== undefined && (await kitInUse(session)) !== undefined;
}

export async function answerRevokeKit(desk: Desk, words: string): Promise<KitRefusal | undefined> {
  if (!desk.session) return { type: 'NotNow' };
  const root = await rootByWords(desk.session.resting, words);
  if ('type' in root) return root;
  root.fill(0);
  const { revokeKit } = await import('./make-kit.ts');
  return revokeKit(desk.session);
}

export async function answerChangeWords(
  desk: Desk,
  old: string,
  words: string,
): Promise<WordsAgainRefusal | OldLockLeft | undefined> {
  const { session } = desk;
  if (!session) return { type: 'StorageLost' };
  const text = await readSix(words);
  if (typeof text !== 'string') return text;
  const root = await rootByWords(session.resting, old);
  if ('type' in root) return root;
  const { storage, random } = session.resting;
  const refusal = await changeLock(storage, session.place, text, root, random);
  root.fill(0);
  if (refusal === undefined || refusal.type === 'OldLockLeft') return refusal;
  return asStorageRefusal(refusal);
}
