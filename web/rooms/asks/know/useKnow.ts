/** What the workspace knows beside one ask, again whenever something of it changes. */
import type { Ask } from '@alongside/practice';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { type Know, know } from './know.ts';

/** Null where nothing was ever written down: on a first try there is nothing to know. */
export function useKnow(ask: Ask | undefined): Know | null {
  const { tables, kind } = useWorkspace();
  const changing = [
    useTable('asks'),
    useTable('askReplies'),
    useTable('partners'),
    useTable('contacts'),
    useTable('conversations'),
    useTable('promises'),
    useTable('ties'),
    useTable('workLines'),
    useTable('givenSums'),
    useTable('datesToKeep'),
  ];
  return useMemo(() => {
    const isEmpty = kind === 'passing' && tables.all('partners').length === 0;
    return ask && !isEmpty ? know(tables, ask, today()) : null;
  }, [tables, kind, ask, ...changing]);
}
