import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { story } from './story.ts';

const folder = await mkdtemp(join(tmpdir(), 'story-'));
afterAll(() => rm(folder, { recursive: true }));

const example =
  'Takeaways\n\n1. Open the door.\n\n"Come in," says Ana Sol.\n\nYour Turn\n\nWho knocks?\n';
const good = join(folder, 'good.txt');
const bad = join(folder, 'bad.png');
await writeFile(good, example);
await writeFile(bad, new Uint8Array([0x89, 0x50, 0x4e, 0x47]));

async function run(...args: string[]) {
  let out = '';
  let error = '';
  const code = await story(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      error += text;
    },
  });
  return { code, out, error };
}

describe('alongside story read', () => {
  it('prints one story as one JSON object of the agreed shape', async () => {
    const { code, out, error } = await run('read', good, '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      series: null,
      title: null,
      narrators: [],
      pullQuotes: [],
      introduction: [],
      partners: [],
      guidingQuestions: [],
      takeaways: [
        {
          number: 1,
          title: 'Open the door.',
          paragraphs: ['"Come in," says Ana Sol.'],
          quotes: [{ text: 'Come in', speaker: 'Ana Sol' }],
        },
      ],
      prompts: ['Who knocks?'],
      unrecognised: [],
      isStory: true,
    });
  });

  it('prints several as an array, the good ones also when another fails', async () => {
    const { code, out, error } = await run('read', '--json', good, bad, good);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveLength(2);
    expect(error).toMatch(/^bad\.png: It is a picture\./);
  });

  it('says a file name without what would steer a terminal or turn the line about', async () => {
    const { code, error } = await run('read', join(folder, 'a\n\u001b[31m\u202eb.png'));
    expect([code, error]).toEqual([1, 'a��[31m�b.png: There is no such file.\n']);
  });

  it('prints an outline that a person can read', async () => {
    const { code, out } = await run('read', good);
    expect(code).toBe(0);
    expect(out).toContain('1. Open the door.');
    expect(out).toContain('> “Come in” — Ana Sol');
  });

  it('says plainly that a document is no story, and shows all of it', async () => {
    const file = join(folder, 'list.txt');
    await writeFile(file, 'Milk\n\nBread\n');
    const { code, out } = await run('read', file);
    expect(code).toBe(0);
    expect(out).toContain('does not read like a story');
    expect(out).toContain('line 3: Bread');
  });

  it('refuses 100 MB by its size alone, a folder, a missing file, and words it does not know', async () => {
    const big = join(folder, 'big.txt');
    await writeFile(big, '');
    await truncate(big, 100 * 1024 * 1024);
    expect(await run('read', big)).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(/too big: 100 MB; up to 25 MB/),
    });
    expect(await run('read', folder)).toMatchObject({
      code: 1,
      error: expect.stringContaining('not a file'),
    });
    expect(await run('read', join(folder, 'none.txt'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('no such file'),
    });
    expect(await run('read', good, '--xml')).toMatchObject({ code: 1, out: '' });
    expect(await run('read')).toMatchObject({ code: 1, out: '' });
    expect(await run('write')).toMatchObject({ code: 1, out: '' });
  });
});
