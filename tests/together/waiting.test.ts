/**
 * Letting someone in, as two old phones on a slow network feel it: what counts is how often a server is asked
 * one thing after the other. Through a real relay, with what goes over the network noted.
 */
import { type KeptWorkspace, type Vault, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened, six, until, write } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

interface Device {
  readonly vault: Vault;
  /** `METHOD offset live` of each request, in order. */
  readonly asked: string[];
  /** Whether the server lets it wait. */
  live: boolean;
  /** What does not get through to the server, by method and path. */
  cut: (method: string, path: string) => boolean;
  /** Waits that are over as soon as they begin: no test waits for real time. */
  readonly waited: number[];
}

function device(): Device {
  const asked: string[] = [];
  const waited: number[] = [];
  const here: Device = { vault: newVault(), asked, waited, live: true, cut: () => false };
  return here;

  function newVault(): Vault {
    return vaultHere({
      storage: createMemoryStorage(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      now: Date.now,
      network: {
        fetch(input, init) {
          const { method, url } = new Request(input, init);
          const { pathname, search } = new URL(url);
          asked.push(`${method} ${search}`);
          if (here.cut(method, pathname)) return Promise.reject(new TypeError('cut'));
          const isLive = url.includes('live=');
          return isLive && !here.live ? Promise.resolve(tooMany()) : fetch(input, init);
        },
        isOnline: () => true,
        onBack: () => () => {},
        timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
        async wait(milliseconds) {
          waited.push(milliseconds);
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
    });
  }
}

function tooMany(): Response {
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '30' };
  return new Response('{}', { status: 429, headers });
}

async function begun({ vault }: Device): Promise<KeptWorkspace> {
  const workspace = opened(await vault.keep({ words: six }));
  const text = relay.voucher.toBase64({ alphabet: 'base64url', omitPadding: true });
  const refused = await workspace.together.serve({ server: relay.server, voucher: text });
  expect(refused).toBeUndefined();
  return workspace;
}

async function invited(host: KeptWorkspace): Promise<string> {
  const made = await host.together.invite('member');
  if (made.type !== 'Invited') throw new Error(made.type);
  return made.fragment;
}

/** Somebody has asked to be let in, and the steward has looked. */
async function asks(host: KeptWorkspace, { vault }: Device) {
  const fragment = await invited(host);
  const { signal } = new AbortController();
  const turn = vault.joinByInvitation({ fragment, name: 'Ruth', words: six, signal });
  expect(await turn.fourWords).toHaveLength(4);
  await host.together.look();
  const [request] = host.together.get().requests;
  return { turn, request };
}

describe('while somebody is let in', () => {
  it('a steward who watches sees who asks without looking again, and they are in without asking again', async () => {
    const [ours, theirs] = [device(), device()];
    const amina = await begun(ours);
    const stop = amina.together.watch();
    const fragment = await invited(amina);
    const asking = { fragment, name: 'Ruth', words: six, signal: new AbortController().signal };
    const turn = theirs.vault.joinByInvitation(asking);
    expect(await turn.fourWords).toHaveLength(4);
    expect(theirs.asked[0]).toBe('POST ');
    await until(amina, () => amina.together.get().requests.length === 1, 'Amina sees who asks');
    const [request] = amina.together.get().requests;
    expect(request?.words).toEqual(await turn.fourWords);
    expect(await amina.together.approve([request?.id ?? ''], [])).toBeUndefined();
    expect(amina.together.get().requests).toEqual([]);
    const ruth = opened(await turn.done);
    // The request, one look, one wait that brought the answer, the checkpoint in one answer.
    expect(theirs.asked.slice(0, 4)).toEqual([
      'POST ',
      'GET ?offset=-1',
      'GET ?offset=0000000000000001&live=long-poll',
      'GET ?offset=-1',
    ]);
    stop();
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('where the server goes away between the entry and the welcome, the welcome is left once it is back', async () => {
    const [ours, theirs] = [device(), device()];
    const made: string[] = [];
    ours.cut = (method, path) => {
      if (method === 'PUT') made.push(path);
      return false;
    };
    const amina = await begun(ours);
    const [stream] = made;
    const before = write(amina, 'stories', 'From before');
    await until(amina, () => amina.safety.get().type === 'SavedOnServer', 'it is on the server');
    const { turn, request } = await asks(amina, theirs);
    // The entry that admits gets through; nothing that would tell of it does.
    ours.cut = (method, path) => method === 'POST' && path !== stream;
    expect(await amina.together.approve([request?.id ?? ''], [])).toEqual({ type: 'WelcomeLater' });
    expect(amina.together.get().people).toHaveLength(2);
    expect(amina.together.get().requests).toEqual([]);
    ours.cut = () => false;
    amina.together.tryNow();
    const ruth = opened(await turn.done);
    expect(ruth.tables.get('stories', before)?.title).toBe('From before');
    // It is left once: nothing of the invitation is kept on her device any more.
    const later = ours.asked.length;
    amina.together.tryNow();
    await until(amina, () => ours.asked.length > later + 2, 'she asks again');
    expect(ours.asked.slice(later).filter((one) => one.startsWith('POST'))).toEqual([]);
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('a place for the checkpoint that is refused, since its token was turned meanwhile, is asked for again', async () => {
    const [ours, theirs] = [device(), device()];
    const amina = await begun(ours);
    const { turn, request } = await asks(amina, theirs);
    const refused: string[] = [];
    ours.cut = (method, path) => {
      if (method !== 'PUT' || refused.length > 0) return false;
      refused.push(path);
      return true;
    };
    expect(await amina.together.approve([request?.id ?? ''], [])).toBeUndefined();
    expect(refused).toHaveLength(1);
    const ruth = opened(await turn.done);
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('the newest of several invitations is waited at, and the others are looked into every few seconds', async () => {
    const [ours, theirs] = [device(), device()];
    const amina = await begun(ours);
    const first = await invited(amina);
    await invited(amina);
    const stop = amina.together.watch();
    const asking = { name: 'Ruth', words: six, signal: new AbortController().signal };
    const turn = theirs.vault.joinByInvitation({ ...asking, fragment: first });
    await until(amina, () => amina.together.get().requests.length === 1, 'Amina sees who asks');
    stop();
    expect(ours.waited).toContain(3_000);
    const [request] = amina.together.get().requests;
    expect(await amina.together.approve([request?.id ?? ''], [])).toBeUndefined();
    const ruth = opened(await turn.done);
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('where a server lets nobody wait, both look every few seconds, and it takes longer', async () => {
    const [ours, theirs] = [device(), device()];
    const amina = await begun(ours);
    for (const one of [ours, theirs]) one.live = false;
    const fragment = await invited(amina);
    const stop = amina.together.watch();
    const asking = { fragment, name: 'Ruth', words: six, signal: new AbortController().signal };
    const turn = theirs.vault.joinByInvitation(asking);
    await until(amina, () => amina.together.get().requests.length === 1, 'Amina sees who asks');
    stop();
    expect(ours.waited).toContain(3_000);
    const [request] = amina.together.get().requests;
    expect(await amina.together.approve([request?.id ?? ''], [])).toBeUndefined();
    const ruth = opened(await turn.done);
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('who stops waiting to be let in is let go of at once, and nothing of the attempt stays', async () => {
    const [ours, theirs] = [device(), device()];
    const amina = await begun(ours);
    const fragment = await invited(amina);
    const stop = new AbortController();
    const turn = theirs.vault.joinByInvitation({
      fragment,
      name: 'Ruth',
      words: six,
      signal: stop.signal,
    });
    expect(await turn.fourWords).toHaveLength(4);
    const began = Date.now();
    stop.abort();
    expect(await turn.done).toEqual({ type: 'Stopped' });
    // The server would have let it wait for 25 seconds.
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await theirs.vault.list()).toEqual([]);
    theirs.vault.close();
    await amina.lock();
  });

  it('preparing to join writes nothing and asks no server', async () => {
    const theirs = device();
    await theirs.vault.prepareToJoin();
    expect(theirs.asked).toEqual([]);
    expect(await theirs.vault.list()).toEqual([]);
    theirs.vault.close();
  });
});
