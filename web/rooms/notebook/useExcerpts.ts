/** What was shared from notebooks here: mine and others'. Each is a record with readers of its own. */
import {
  type Excerpt,
  excerptFields,
  type Previewed,
  readFields,
  shareExcerpt,
} from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import { useMemo } from 'react';
import { today } from '../../ui/days.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

/** The newest first; those of one page where a page is given. */
export function useExcerpts(reflection?: string): readonly Excerpt[] {
  const records = useTable('excerpts');
  return useMemo(
    () =>
      records
        .map((record) => readFields(excerptFields, record))
        .filter((each) => reflection === undefined || each.reflection === reflection)
        .reverse(),
    [records, reflection],
  );
}

export interface Sharing {
  /** Shares what was previewed. Gives the way to take it back. */
  readonly share: (previewed: Previewed, reflection: string, audience: Audience) => () => void;
  /** Takes it back from every screen. Gives the way to share it again, with the same readers. */
  readonly takeBack: (excerpt: Excerpt) => () => void;
}

export function useSharing(): Sharing {
  const workspace = useWorkspace();
  const remove = (record: string, audience: Audience) =>
    workspace.commit([{ table: 'excerpts', record, field: 'deleted', value: true }], audience);
  const write = (previewed: Previewed, id: string, reflection: string, audience: Audience) =>
    workspace.commit(shareExcerpt(previewed, { id, reflection, on: today() }), audience);
  return {
    share(previewed, reflection, audience) {
      const id = workspace.newId();
      write(previewed, id, reflection, audience);
      return () => remove(id, audience);
    },
    takeBack({ id, text, reflection }) {
      const audience = workspace.tables.audienceOf('excerpts', id) ?? workspace.coreTeam;
      remove(id, audience);
      return () => write({ type: 'Previewed', text }, id, reflection ?? '', audience);
    },
  };
}
