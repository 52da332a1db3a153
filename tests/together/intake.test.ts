/**
 * A page for people with nothing installed, through a real relay: what is asked is read by whoever has
 * the link, what they answer only by the core team.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { openVisit, type Visit, type VisitContext } from '@alongside/vault/visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeKeys } from '../../vault/intake/keys.ts';
import { postNotice, readNotice } from '../../vault/intake/notice.ts';
import { fragmentToVisitLink } from '../../vault/intake/visit-link.ts';
import { createMemoryStream } from '../../vault/log/memory-stream.ts';
import { begun } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const later = Date.now() + 7 * 86_400_000;
let relay: RealRelay;

beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const context = (): VisitContext => ({
  server: relay.server,
  fetch,
  isOnline: () => true,
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  random,
  clock: Date.now,
});

async function visit(fragment: string): Promise<Visit> {
  const found = await openVisit(fragment, context());
  if ('type' in found) throw new Error(found.type);
  return found;
}

async function opened(workspace: KeptWorkspace, says: string) {
  const made = await workspace.together.intakes.open('ask', says, { notice: later, inbox: later });
  if (made.type !== 'IntakeOpened') throw new Error(made.type);
  return made;
}

/** What came, in its order. */
async function came(workspace: KeptWorkspace, secret: Uint8Array) {
  const read = await workspace.together.intakes.look(secret);
  if (read.type !== 'IntakeRead') throw new Error(read.type);
  return read;
}

describe('a page for people with nothing installed', () => {
  it('says what is asked to whoever has the link, and brings their answers to the core team alone', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Four interpreters, Friday? CANARYASK');
    const first = await visit(fragment);
    expect(first).toMatchObject({ kind: 'ask', says: 'Four interpreters, Friday? CANARYASK' });
    expect(await first.answer('We can bring two. CANARYONE')).toBeUndefined();
    expect(await (await visit(fragment)).answer({ two: 'CANARYTWO' })).toBeUndefined();
    const read = await came(workspace, secret);
    expect(read.replies.map(({ says }) => says)).toEqual([
      'We can bring two. CANARYONE',
      { two: 'CANARYTWO' },
    ]);
    expect((await came(workspace, secret)).replies).toEqual(read.replies);
    for (const name of readdirSync(relay.folder)) {
      const bytes = readFileSync(join(relay.folder, name), 'latin1');
      expect(bytes, name).not.toContain('CANARY');
    }
  });

  it('shows what is said last, and lets nobody with the link say anything else', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Friday');
    expect(await workspace.together.intakes.say(secret, 'Saturday', later)).toBeUndefined();
    expect((await visit(fragment)).says).toBe('Saturday');
    const link = fragmentToVisitLink(fragment);
    if (!link) throw new Error('Must hold: a link');
    // Somebody who keeps the server and was sent the link writes a notice with a key of their own.
    const forger = await intakeKeys(random(16));
    const keys = await intakeKeys(secret);
    const stream = createMemoryStream(keys.notice.id);
    const to = { circle: 'A'.repeat(22), generation: 1, kemPub: random(32) };
    const forged = { ...keys, sign: forger.sign, signPub: forger.signPub };
    await postNotice(stream, forged, { says: 'Give us your names', until: later, to }, random);
    const visitor = { notice: keys.notice, inbox: keys.inbox, author: link.author };
    expect(await readNotice(stream, visitor)).toBeNull();
    await postNotice(stream, keys, { says: 'ours', until: later, to }, random);
    await postNotice(stream, forged, { says: 'Give us your names', until: later, to }, random);
    expect((await readNotice(stream, visitor))?.says).toBe('ours');
  });

  it('takes no answer on a page that was taken back since somebody opened it', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Who can come?');
    const early = await visit(fragment);
    expect(await workspace.together.intakes.say(secret, { page: 'over' }, 0)).toBeUndefined();
    expect(await early.answer('I can')).toEqual({ type: 'NotThere' });
    expect((await came(workspace, secret)).replies).toEqual([]);
  });

  it('gives whoever has the link no way to read what others answered', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Who can come?');
    await (await visit(fragment)).answer('I can');
    const keys = await intakeKeys(secret);
    const id = keys.inbox.id.toBase64({ alphabet: 'base64url', omitPadding: true });
    const tokens = [keys.inbox.append, keys.notice.read].map((token) =>
      token.toBase64({ alphabet: 'base64url', omitPadding: true }),
    );
    for (const token of tokens) {
      const answer = await fetch(`${relay.server}/v1/stream/${id}?offset=-1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(404);
    }
  });

  it('is over at its time, and a link that is cut or unknown leads nowhere', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Tonight');
    await workspace.together.intakes.say(secret, 'Tonight', Date.now() - 1);
    expect(await openVisit(fragment, context())).toEqual({ type: 'NotThere' });
    expect(await openVisit(fragment.slice(0, 40), context())).toEqual({ type: 'NotALink' });
    expect(await openVisit('', context())).toEqual({ type: 'NotALink' });
    const away = { ...context(), isOnline: () => false };
    expect(await openVisit(fragment, away)).toEqual({ type: 'ServerAway' });
  });

  it('steps over what is no answer, and says how much it could not read', async () => {
    const workspace = await begun(relay);
    const { secret, fragment } = await opened(workspace, 'Who can come?');
    await (await visit(fragment)).answer('I can');
    const keys = await intakeKeys(secret);
    const { postReply } = await import('../../vault/intake/reply.ts');
    const { streamAt } = await import('../../vault/sync/relay-children.ts');
    const to = { circle: 'A'.repeat(22), generation: 1, kemPub: random(32) };
    const other = { says: '', until: later, to };
    const visitor = { notice: keys.notice, inbox: keys.inbox, author: keys.link.author };
    await postReply(streamAt(context(), keys.inbox), visitor, other, 'to nobody', random);
    const read = await came(workspace, secret);
    expect(read.replies.map(({ says }) => says)).toEqual(['I can']);
    expect(read.unreadable).toBe(1);
  });
});
