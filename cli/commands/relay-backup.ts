/**
 * `alongside relay backup FILE --to RECIPIENT` copies what the relay keeps, while it runs, and seals the
 * copy in the age format; `alongside relay restore FILE --identity FILE` puts it into an empty data
 * folder. Both go through the disk, never through memory as a whole.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { copyStreams, putStreamsBack } from '@alongside/relay';
import { Decrypter, Encrypter } from 'age-encryption';
import { type Io, shown } from '../io.ts';
import { canMake } from '../serving.ts';
import { help } from './help.ts';

/** Makes a backup; gives the exit code. */
export async function backupStreams(args: readonly string[], io: Io): Promise<number> {
  const asked = read(args, 'to');
  if (!asked) {
    io.stderr(help('relay'));
    return 1;
  }
  const { file, data, other: recipient } = asked;
  const seal = new Encrypter();
  try {
    seal.addRecipient(recipient);
  } catch {
    io.stderr('That is no recipient of age. It begins with age1; age-keygen makes one.\n');
    return 1;
  }
  if (existsSync(file)) return refuse(io, file, 'This file is there already. Choose another name.');
  const copy = join(data, `copy-${randomBytes(6).toString('hex')}`);
  const copied = copyStreams(data, copy);
  if (copied) return refuse(io, data, cannotCopy[copied.type]);
  try {
    await written(await seal.encrypt(webStream(copy)), file);
  } catch {
    return refuse(io, file, 'It could not be written. Look whether the disk is full.');
  } finally {
    rmSync(copy, { force: true });
  }
  io.stdout(`The backup is in ${shown(file)}. Only the key of ${recipient} opens it.\n`);
  return 0;
}

const cannotCopy = {
  NothingKept: 'Nothing is kept in this folder. Choose the right one with --data.',
  NotCopied: 'It could not be copied. Look whether the disk is full or damaged.',
};

/** Puts a backup back; gives the exit code. */
export async function restoreStreams(args: readonly string[], io: Io): Promise<number> {
  const asked = read(args, 'identity');
  if (!asked) {
    io.stderr(help('relay'));
    return 1;
  }
  const { file, data, other } = asked;
  const identities = identitiesIn(other);
  if (!identities) {
    return refuse(
      io,
      other,
      'There is no key of age in this file. It begins with AGE-SECRET-KEY-.',
    );
  }
  if (!existsSync(file)) return refuse(io, file, 'There is no such file.');
  if (!canMake(data)) return refuse(io, data, 'This folder cannot be made.');
  const copy = join(data, `copy-${randomBytes(6).toString('hex')}`);
  try {
    await written(await identities.decrypt(webStream(file)), copy);
  } catch {
    rmSync(copy, { force: true });
    return refuse(io, file, 'This key does not open it, or it is not whole. Nothing was changed.');
  }
  const refusal = putStreamsBack(copy, data);
  rmSync(copy, { force: true });
  if (refusal)
    return refuse(io, refusal.type === 'BadCopy' ? file : data, cannotPutBack[refusal.type]);
  io.stdout(`The streams are in ${shown(data)}. Start the server with --data ${data}\n`);
  return 0;
}

const cannotPutBack = {
  SomethingKept: 'Something is kept in this folder already. Choose an empty one with --data.',
  BadCopy: 'This is no backup of streams, or it is damaged. Nothing was changed.',
};

/** The file, the data folder, and the one option that a verb needs besides. */
function read(args: readonly string[], option: 'to' | 'identity') {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { [option]: { type: 'string' }, data: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, more] = positionals;
    const other = values[option];
    if (file === undefined || more !== undefined || typeof other !== 'string') return undefined;
    return { file: resolve(file), data: resolve(String(values.data ?? 'data')), other };
  } catch {
    return undefined;
  }
}

function identitiesIn(file: string): Decrypter | undefined {
  try {
    const keys = readFileSync(file, 'utf8').match(/^AGE-SECRET-KEY-\S+$/gm) ?? [];
    const opener = new Decrypter();
    for (const key of keys) opener.addIdentity(key);
    return keys.length > 0 ? opener : undefined;
  } catch {
    return undefined;
  }
}

function refuse(io: Io, what: string, sentence: string): number {
  io.stderr(`${shown(what)}: ${sentence}\n`);
  return 1;
}

function webStream(file: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
}

/** Writes beside the file, sees that it is on disk, then gives it its name: never half a file. */
async function written(bytes: ReadableStream<Uint8Array>, file: string): Promise<void> {
  const part = `${file}.part`;
  const out = createWriteStream(part, { mode: 0o600, flags: 'wx' });
  try {
    await pipeline(Readable.fromWeb(bytes), out);
    await using handle = await open(part, 'r+');
    await handle.sync();
    renameSync(part, file);
  } catch (error) {
    // It may be opening the file still: what it opened after this would stay.
    if (!out.closed) await once(out, 'close');
    rmSync(part, { force: true });
    throw error;
  }
}
