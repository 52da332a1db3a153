/** `alongside relay` as a person runs it: what it prints, keeps, seals and puts back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, describe, expect, test } from 'vitest';
import { as, message, streamOf, token } from '../relay/conversation.ts';
import { relay as relayCommand } from './commands/relay.ts';
import { type Running, startCommand } from './running.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'alongside-relay-cli-'));
  ends.push(() => rmSync(made, { recursive: true }));
  return made;
}

async function relay(...args: string[]): Promise<Running> {
  const running = await startCommand('relay', '--port', '0', ...args);
  ends.push(() => running.stop('SIGKILL'));
  return running;
}

/** Runs a command that ends by itself, in this process. */
async function ended(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await relayCommand(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

describe('alongside relay', () => {
  test('serves the streams and no application, and ends when it is told', async () => {
    const data = folder();
    const running = await relay('--data', data);
    const main = streamOf(running, 'main');
    expect((await main.put()).status).toBe(201);
    expect((await main.post([message('a')])).status).toBe(204);
    expect((await fetch(`${running.address}/`)).status).toBe(404);
    expect((await fetch(`${running.address}/health`)).status).toBe(200);
    expect(await running.stop()).toBe(0);
    const again = await relay('--data', data);
    const same = streamOf(again, 'main');
    expect(await (await same.get()).json()).toEqual([message('a')]);
    expect(again.voucher).toBe(running.voucher);
  });

  test('--voucher new makes the old one worth nothing, and workspaces go on', async () => {
    const data = folder();
    const first = await relay('--data', data);
    await streamOf(first, 'main').put();
    await first.stop();
    const second = await relay('--data', data, '--voucher', 'new');
    expect(second.voucher).not.toBe(first.voucher);
    const old = { address: second.address, voucher: first.voucher };
    expect((await streamOf(old, 'other').put()).status).toBe(404);
    expect((await streamOf(second, 'other').put()).status).toBe(201);
    expect((await streamOf(second, 'main').post([message('a')])).status).toBe(204);
  });

  test('a second one over the same folder is told so', async () => {
    const data = folder();
    await relay('--data', data);
    const { code, stderr } = await ended('--port', '0', '--data', data);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Another Alongside is using ${data}. Stop it first, or choose another folder with --data.\n`,
    );
  });

  test('open access has no voucher, says what it is, and is for this machine only', async () => {
    const open = await relay('--data', folder(), '--access', 'open');
    expect(open.voucher).toBe('');
    expect(open.said()).toContain('whoever reaches it may read, write and delete everything');
    const made = await fetch(`${open.address}/v1/stream/any/name`, { method: 'PUT', body: 'x' });
    expect(made.status).toBe(201);
    const elsewhere = await ended(
      '--port',
      '0',
      '--data',
      folder(),
      '--access',
      'open',
      '--host',
      '0.0.0.0',
    );
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.stderr).toContain('Open access is for this machine only');
  });

  test('is reached over TLS with its own certificate', async () => {
    const data = folder();
    const [cert, key] = [join(data, 'cert.pem'), join(data, 'key.pem')];
    writeFileSync(cert, certificate);
    writeFileSync(key, privateKey);
    const running = await relay('--data', data, '--tls-cert', cert, '--tls-key', key);
    expect(running.address).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${running.address}/health`, { ca: certificate }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(status).toBe(200);
    const wrong = await ended(
      '--port',
      '0',
      '--data',
      folder(),
      '--tls-cert',
      cert,
      '--tls-key',
      cert,
    );
    expect([wrong.code, wrong.stderr]).toEqual([
      1,
      'The certificate and the key do not fit each other, or are not in PEM.\n',
    ]);
    const alone = await ended('--tls-cert', cert);
    expect(alone.stderr).toContain('A certificate needs its key');
  });

  test.each([
    [['--access', 'everyone'], 'Access is token or open.'],
    [['--voucher', 'old'], 'A voucher is made here: --voucher new.'],
    [
      ['--tls-cert', '/nowhere', '--tls-key', '/nowhere'],
      'The certificate or its key cannot be read.',
    ],
    [['--host', '192.0.2.1'], 'This machine has no address 192.0.2.1.'],
    [['--database', 'mysql://x'], 'Alongside cannot keep streams in that database.'],
    [
      ['--database', 'postgres://nobody@localhost:1/nothing'],
      'The database does not answer, or does not let Alongside in.',
    ],
    [['--nothing'], 'relay does not take that.'],
  ])('%j is answered with a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await ended('--port', '0', '--data', folder(), ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });

  test('B11: neither what it prints nor what it keeps has a token, an address or a browser’s name', async () => {
    const data = folder();
    const running = await relay('--data', data);
    const agent = {
      'user-agent': 'canary-agent',
      referer: 'https://canary.example/',
      'x-canary': 'canary-header',
    };
    const atStart = running.said();
    const main = streamOf(running, 'main');
    await main.put(agent);
    await main.post([message('a')], agent);
    await main.get('', agent);
    await main.get('?offset=-1&live=long-poll', agent);
    await main.post('no message', agent);
    await main.get('?offset=canary-offset', agent);
    await main.get('', { ...agent, ...as('read', 'nobody') });
    await fetch(`${running.address}/canary-path?canary-query=1`, { headers: agent });
    await fetch(`${running.address}/v1/stream/canary-name`, { headers: agent });
    await main.post([message('turn')], { ...agent, ...main.swap(1, '0000000000000001', 'turned') });
    await main.manage({ op: 'trim', counter: 2, before: '0000000000000001' });
    // There is no log of requests: whatever was asked, it has said what it said when it began.
    expect(running.said()).toBe(atStart);
    const live = Buffer.concat(
      readdirSync(data)
        .filter((name) => name !== 'voucher')
        .map((name) => readFileSync(join(data, name))),
    );
    await running.stop();
    const rest = Buffer.concat(
      readdirSync(data)
        .filter((name) => name !== 'voucher')
        .map((name) => readFileSync(join(data, name))),
    );
    const { voucher, address } = running;
    const printed = running.said().replace(`${address}/#voucher=${voucher}`, '');
    const secrets = ['read main', 'append main', 'read turned', 'append turned', 'read nobody']
      .map((word) => token(word).token)
      .concat(voucher);
    const names = ['canary', '127.0.0.1', '::1', 'localhost', 'undici', 'node-fetch', 'Mozilla'];
    for (const where of [printed, live.toString('latin1'), rest.toString('latin1')]) {
      for (const secret of secrets) {
        const bytes = Buffer.from(secret, 'base64url');
        for (const form of [
          secret,
          bytes.toString('latin1'),
          bytes.toString('hex'),
          bytes.toString('base64'),
        ]) {
          expect(where.includes(form)).toBe(false);
        }
      }
      for (const name of names) expect(where.includes(name)).toBe(false);
    }
  });
});

describe('alongside relay tables', () => {
  test('prints what makes them, whole or in parts', async () => {
    const whole = await ended('tables');
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toContain('CREATE TABLE IF NOT EXISTS alongside.blocks (');
    expect(whole.stdout).not.toContain('PARTITION');
    const parts = await ended('tables', '--parts', '16');
    expect(parts.stdout.match(/PARTITION OF alongside\.blocks\n/g)).toHaveLength(16);
    expect((await ended('tables', '--parts', '0')).stderr).toContain('Parts are a number');
  });
});

describe('alongside relay backup and restore', () => {
  test('a backup made while it runs is put back elsewhere, with all that was acknowledged', async () => {
    const data = folder();
    const running = await relay('--data', data);
    const main = streamOf(running, 'main');
    await main.put();
    for (let at = 0; at < 20; at++) await main.post([message(String(at))]);
    const identity = await generateX25519Identity();
    const key = join(data, 'key.txt');
    writeFileSync(key, `# a key\n${identity}\n`);
    const recipient = await identityToRecipient(identity);
    const file = join(folder(), 'streams.age');
    const made = await ended('backup', file, '--to', recipient, '--data', data);
    expect([made.code, made.stderr]).toEqual([0, '']);
    await main.post([message('later')]);
    expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(readdirSync(data).filter((name) => name.startsWith('copy-'))).toEqual([]);
    await running.stop();

    const elsewhere = folder();
    const back = await ended('restore', file, '--identity', key, '--data', elsewhere);
    expect([back.code, back.stderr]).toEqual([0, '']);
    const again = await relay('--data', elsewhere);
    const same = streamOf(again, 'main');
    const all = (await (await same.get()).json()) as string[];
    expect(all).toEqual(Array.from({ length: 20 }, (_, at) => message(String(at))));
    expect((await same.post([message('on')])).status).toBe(204);
  });

  test('nothing is written over, and what is no backup is left out', async () => {
    const data = folder();
    const running = await relay('--data', data);
    await streamOf(running, 'main').put();
    const identity = await generateX25519Identity();
    const key = join(data, 'key.txt');
    writeFileSync(key, identity);
    const to = ['--to', await identityToRecipient(identity)];
    const file = join(folder(), 'streams.age');
    await ended('backup', file, ...to, '--data', data);
    const before = readFileSync(file);
    const twice = await ended('backup', file, ...to, '--data', data);
    expect(twice.stderr).toContain('This file is there already.');
    expect(readFileSync(file)).toEqual(before);

    const restore = (from: string, into: string) =>
      ended('restore', from, '--identity', key, '--data', into);
    expect((await restore(file, data)).stderr).toContain(
      'Something is kept in this folder already.',
    );
    const empty = folder();
    const cut = join(empty, 'cut.age');
    writeFileSync(cut, before.subarray(0, before.length - 30));
    expect((await restore(cut, empty)).stderr).toContain(
      'or it is not whole. Nothing was changed.',
    );
    expect((await restore(join(empty, 'none'), empty)).stderr).toContain('There is no such file.');
    const other = join(empty, 'other.txt');
    writeFileSync(other, await generateX25519Identity());
    const wrong = await ended('restore', file, '--identity', other, '--data', empty);
    expect(wrong.stderr).toContain('This key does not open it');
    expect(readdirSync(empty).sort()).toEqual(['cut.age', 'other.txt']);
    const nobody = await ended('backup', join(empty, 'x'), '--to', 'age1x', '--data', data);
    expect(nobody.stderr).toContain('That is no recipient of age.');
    const nothing = await ended('backup', join(empty, 'x'), ...to, '--data', empty);
    expect(nothing.stderr).toContain('Nothing is kept in this folder.');
  });
});

/** Made for these tests, for localhost, and used nowhere else. */
const privateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgU5fcz9WOG9VnFgNZ
u81jLRVqv9zpyOu80wu044a3CjehRANCAAS7VKeZyQ3Yp0EbJor3Bt4jJ2Z4T3kW
8enhU9b6WxcCvlgFYzOuIE4pHBeKgdfzBPgh9YvKHmm1qog67XnvEWD+
-----END PRIVATE KEY-----
`;
const certificate = `-----BEGIN CERTIFICATE-----
MIIBkjCCATmgAwIBAgIUKmdi3Ya9U8sCeMaS/Qa64IpREPQwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MTEyNjE1MDIzNVoXDTM2MTEyMzE1
MDIzNVowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEu1SnmckN2KdBGyaK9wbeIydmeE95FvHp4VPW+lsXAr5YBWMzriBOKRwX
ioHX8wT4IfWLyh5ptaqIOu157xFg/qNpMGcwHQYDVR0OBBYEFITWBfxW20IfAX8S
jEGOTO3RkDasMB8GA1UdIwQYMBaAFITWBfxW20IfAX8SjEGOTO3RkDasMA8GA1Ud
EwEB/wQFMAMBAf8wFAYDVR0RBA0wC4IJbG9jYWxob3N0MAoGCCqGSM49BAMCA0cA
MEQCIDVJ/fPowTxAF7RhSBkuuRiN5D2pd68lgZAiMgcl6LYkAiBxsmQm0jY61YzL
VaWsD/XnBd6iTmnLigyFxiy+6IolSg==
-----END CERTIFICATE-----
`;
