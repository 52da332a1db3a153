/**
 * `alongside backup verify FILE`: whether a backup is whole and opens, with the words asked for on
 * standard input. Nothing is restored, kept or sent.
 */
import { open } from 'node:fs/promises';
import {
  type BackupFacts,
  type BackupOpener,
  type BackupRefusal,
  vaultHere,
} from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { askUnseen } from '../ask-unseen.ts';
import { type Io, shown } from '../io.ts';
import { help } from './help.ts';

/** The largest backup that is read, in bytes: far above a workspace of a million changes. */
const largest = 1024 * 1024 * 1024;

/** How every file of the age format begins (age-encryption.org/v1): looked at before the rest is read. */
const ageBegins = 'age-encryption.org/v1';

/** Runs the command; gives the exit code. `ask` reads the words a person types. */
export async function backup(args: readonly string[], io: Io, ask = askUnseen): Promise<number> {
  const [verb, file, ...rest] = args;
  if (verb !== 'verify' || file === undefined || rest.length > 0) {
    io.stderr(help('backup'));
    return 1;
  }
  const bytes = await readBackup(file);
  if (typeof bytes === 'string') {
    io.stderr(`${shown(file)}: ${bytes}\n`);
    return 1;
  }
  const openers = openersFrom(
    await ask('The twelve words of the recovery kit, or the passphrase: '),
  );
  const vault = vaultHere({
    storage: createMemoryStorage(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: Date.now,
  });
  let found = await vault.verifyBackup(bytes, openers[0]);
  for (const opener of openers.slice(1)) {
    if (found.type === 'BackupIsWhole') break;
    const other = await vault.verifyBackup(bytes, opener);
    if (other.type === 'BackupIsWhole') found = other;
  }
  vault.close();
  if (found.type === 'BackupIsWhole') {
    io.stdout(sentenceOf(found));
    return 0;
  }
  io.stderr(`${shown(file)}: ${refused[found.type]}\n`);
  return 1;
}

function sentenceOf({ madeAt, records, texts }: BackupFacts): string {
  const when = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short' });
  return `The backup is whole. It was made on ${when.format(madeAt)} and holds ${counted(records, 'record')} and ${counted(texts, 'text')}.\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const refused: Record<BackupRefusal['type'], string> = {
  NotABackup: 'This is not a backup of Alongside: it is not in the age format.',
  BackupTruncated: 'The end of this backup is missing. Look for another copy.',
  BackupAltered: 'This backup was changed after it was made. Look for another copy.',
  BackupWeakened:
    'This file asks for too little work before a passphrase is tried: it is none of ours. Look for another copy.',
  OtherRecipient:
    'These words do not open this backup. It may be sealed for another kit or passphrase.',
  NewerVersion: 'This backup was made by a newer version of Alongside. Update, then try again.',
  NoKit: 'There is no recovery kit to open this backup with.',
  WordUnknown: 'One of these words is in none of the lists. Look at the paper again.',
  WordsMissing: 'A recovery kit has twelve words.',
  KitMistyped: 'Each of these words is known, but one was misread. Look at the paper again.',
};

/** Twelve words are a kit, or a passphrase that happens to have twelve; anything else is a passphrase. */
function openersFrom(typed: string): readonly [BackupOpener, ...BackupOpener[]] {
  const words = typed.trim().split(/\s+/);
  const passphrase = { passphrase: typed.trim() };
  return words.length === 12 ? [{ kit: words.join(' ') }, passphrase] : [passphrase];
}

async function readBackup(file: string): Promise<Uint8Array | string> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size === 0) return 'The file is empty.';
    if (size > largest) return 'The file is larger than 1 GB: no backup is.';
    const begin = Buffer.alloc(ageBegins.length);
    await handle.read(begin, 0, begin.length, 0);
    if (begin.toString('latin1') !== ageBegins) return refused.NotABackup;
    return new Uint8Array(await handle.readFile());
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'There is no such file.'
      : 'The file cannot be read.';
  }
}
