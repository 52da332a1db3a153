/**
 * The profile that people use: streams by token. What the open protocol offers besides (forks, closing,
 * lifetimes, deletion, producers, subscriptions) is refused before anything is looked up, so that
 * the refusal tells nothing.
 */
import { isStreamName, verifierFrom } from '../access/keys.ts';
import { mayRead } from '../access/tokens.ts';
import { type Answered, preflight } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Reading, Relay, Request } from '../relay.ts';
import { isTrouble } from '../store/store.ts';
import { append } from './append.ts';
import { create } from './create.ts';
import { troubled } from './granted-read.ts';
import { head } from './head.ts';
import { manage } from './manage.ts';
import { read } from './read.ts';

const methods = 'GET, HEAD, POST, PUT, OPTIONS';
const headers = [
  'alongside-expires',
  'alongside-manage',
  'alongside-manage-op',
  'alongside-manage-signature',
  'alongside-parent',
  'alongside-tokens',
  'authorization',
  'content-type',
].join(', ');

export async function tokenProfile(relay: Relay, request: Request): Promise<Answered> {
  const { incoming, outgoing, name, search } = request;
  if (incoming.method === 'OPTIONS') return preflight(methods, headers);
  const [id = '', rest] = name.split('/', 2);
  const isManage = name === `${id}/manage`;
  if (!isStreamName(id) || (rest !== undefined && !isManage)) return problem('NothingHere');
  if (asksForMore(incoming.headers)) return problem('Refused');
  if (isManage) {
    if (incoming.method !== 'POST') return problem('WrongMethod', { allow: 'POST' });
    return manage(relay, { incoming, outgoing, id });
  }
  switch (incoming.method) {
    case 'GET':
    case 'HEAD':
      return look(relay, { incoming, outgoing, id, query: new URLSearchParams(search) });
    case 'POST':
      return append(relay, { incoming, outgoing, id });
    case 'PUT':
      return create(relay, { incoming, outgoing, id });
    case 'DELETE':
      return problem('Refused');
    default:
      return problem('WrongMethod', { allow: methods });
  }
}

async function look(relay: Relay, reading: Reading): Promise<Answered> {
  const { incoming, id } = reading;
  const verifier = verifierFrom(incoming.headers.authorization);
  if (!verifier) return problem('NothingHere');
  while (true) {
    const granted = await mayRead(relay.store, id, verifier);
    if (isTrouble(granted)) return troubled(granted);
    if ('type' in granted) return problem('NothingHere');
    if (incoming.method === 'HEAD') return head(granted);
    const answered = await read(relay, reading, granted);
    if (answered !== 'LookAgain') return answered;
  }
}

function asksForMore(given: Readonly<Record<string, unknown>>): boolean {
  for (const name in given) {
    if (name.startsWith('stream-') || name.startsWith('producer-')) return true;
  }
  return false;
}
