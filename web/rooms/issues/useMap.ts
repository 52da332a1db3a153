/** The map as lists: nodes by name, and ties with what they join. */
import { type Issue, issueFields, partnerFields, readFields, tieFields } from '@alongside/practice';
import { useMemo } from 'react';
import { useByName } from '../../ui/by-name.ts';
import type { DrawnTie } from '../../ui/TieSentence.tsx';
import { useTable } from '../../ui/workspace.tsx';

export interface IssueMap {
  readonly kept: readonly DrawnTie[];
  readonly proposed: readonly DrawnTie[];
  /** Nodes of kept ties, and nodes a person wrote down; not those only a proposal names. By name. */
  readonly nodes: readonly Issue[];
}

export function useMap(): IssueMap {
  const issues = useTable('issues');
  const partners = useTable('partners');
  const ties = useTable('ties');
  const byName = useByName();
  return useMemo(() => {
    const nodes = issues.map((record) => readFields(issueFields, record));
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    for (const record of partners) names.set(record.id, readFields(partnerFields, record).name);
    const drawn = ties.flatMap((record) => {
      const tie = readFields(tieFields, record);
      const from = names.get(tie.from ?? '');
      const to = names.get(tie.to ?? '');
      return from && to ? [{ tie, from, to }] : [];
    });
    const kept = drawn.filter(({ tie }) => tie.state === 'kept');
    const ends = (list: readonly DrawnTie[]) =>
      new Set(list.flatMap(({ tie }) => [tie.from, tie.to]));
    const [keptEnds, allEnds] = [ends(kept), ends(drawn)];
    return {
      kept,
      proposed: drawn.filter(({ tie }) => tie.state === 'proposed'),
      nodes: nodes.filter(({ id }) => keptEnds.has(id) || !allEnds.has(id)).sort(byName),
    };
  }, [issues, partners, ties, byName]);
}
