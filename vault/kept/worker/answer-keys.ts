/** Answers about keys: the recovery kit, other words. They are only given while a workspace is open. */
import { keyText } from '../../local/words/six-words.ts';
import type {
  KitRefusal,
  RecoveryKit,
  StorageRefusal,
  WordsLanguage,
  WordsRefusal,
} from '../types.ts';
import type { Desk } from './desk.ts';
import { createKit, revokeKit } from './kit.ts';
import { changeLock, openRoot } from './locks.ts';

export async function answerKit(
  desk: Desk,
  language: WordsLanguage,
): Promise<RecoveryKit | KitRefusal> {
  if (!desk.session) return { type: 'NotNow' };
  return createKit(desk.session, language);
}

export async function answerRevokeKit(desk: Desk): Promise<KitRefusal | undefined> {
  return desk.session ? revokeKit(desk.session) : { type: 'NotNow' };
}

export async function answerChangeWords(
  desk: Desk,
  words: string,
): Promise<WordsRefusal | StorageRefusal | undefined> {
  const text = keyText(words);
  if (typeof text !== 'string') return text;
  const { session } = desk;
  const root = session && (await openRoot(session.resting));
  if (!root) return { type: 'StorageLost' };
  const { storage, random } = session.resting;
  const refusal = await changeLock(storage, session.place, text, root, random);
  root.fill(0);
  if (!refusal) return undefined;
  return refusal.type === 'StorageFull' ? refusal : { type: 'StorageLost' };
}
