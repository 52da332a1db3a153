import { createPassingWorkspace } from '@alongside/vault';
import { describe, expect, it } from 'vitest';
import { exportData, readablePage } from './export-data.ts';

function workspace() {
  let seed = 0;
  return createPassingWorkspace({
    me: 'AAAAAAAAAAAAAAAAAAAAAA',
    random: (bytes) => {
      seed += 1;
      return new Uint8Array(bytes).fill(seed);
    },
    now: () => 1_800_000_000_000,
  });
}

const page = { language: 'en', direction: 'ltr', title: 'Everything' };

describe('exportData', () => {
  it('takes every record with who can read it', () => {
    const here = workspace();
    const partner = here.newId();
    const own = here.newId();
    here.commit(
      [{ table: 'partners', record: partner, field: 'name', value: 'Bayview Elders' }],
      here.coreTeam,
    );
    here.commit([{ table: 'reflections', record: own, field: 'kind', value: 'why' }], here.onlyMe);
    const { tables } = exportData(here, []);
    expect(tables.partners).toEqual([
      { id: partner, readers: 'core team', fields: { name: 'Bayview Elders' } },
    ]);
    expect(tables.reflections?.[0]?.readers).toBe('only me');
  });

  it('takes texts written together as words beside their record', () => {
    const here = workspace();
    const own = here.newId();
    here.commit([{ table: 'reflections', record: own, field: 'kind', value: 'why' }], here.onlyMe);
    here.text('reflections', own, 'body', here.onlyMe).text.insert(0, 'Because they came.');
    const { tables } = exportData(here, [{ table: 'reflections', field: 'body' }]);
    expect(tables.reflections?.[0]?.texts).toEqual({ body: 'Because they came.' });
  });

  it('writes bytes so that JSON can carry them', () => {
    const here = workspace();
    const record = here.newId();
    here.commit(
      [{ table: 'drawings', record, field: 'ink', value: new Uint8Array([1, 2, 255]) }],
      'everyone',
    );
    expect(JSON.parse(JSON.stringify(exportData(here, []))).tables.drawings[0].fields).toEqual({
      ink: { base64: 'AQL/' },
    });
  });
});

describe('readablePage', () => {
  it('shows what was written as words, never as markup', () => {
    const here = workspace();
    here.commit(
      [
        {
          table: 'partners',
          record: here.newId(),
          field: 'name',
          value: '<script>alert(1)</script> & “friends”',
        },
      ],
      'everyone',
    );
    const html = readablePage(exportData(here, []), page);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; “friends”');
  });
});
