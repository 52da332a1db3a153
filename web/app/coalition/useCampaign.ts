/** What of this workspace may go into a coalition workspace, what belongs to the campaign, and what was ticked. */
import {
  type Belonging,
  belongsToCampaign,
  campaignKey,
  type Going,
  issueFields,
  type KnownRecord,
  readFields,
  whatGoes,
  workLineFields,
} from '@alongside/practice';
import type { Audience, StoredRecord, Workspace } from '@alongside/vault';
import { useMemo, useState } from 'react';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

export interface Campaign {
  readonly name: string;
  readonly setName: (name: string) => void;
  /** Names that the map and our own work give it. */
  readonly known: readonly string[];
  readonly belongs: readonly Belonging[];
  readonly ticked: ReadonlySet<string>;
  /** The ticks of one table, as keys. */
  readonly tick: (table: string, keys: readonly string[]) => void;
  readonly records: readonly KnownRecord[];
  /** What will be there. */
  readonly goes: readonly Going[];
}

export function useCampaign(partner: string): Campaign {
  const workspace = useWorkspace();
  const partners = useTable('partners');
  const issues = useTable('issues');
  const ties = useTable('ties');
  const asks = useTable('asks');
  const stories = useTable('stories');
  const work = useTable('workLines');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const records = useMemo(
    () =>
      Object.entries({ partners, issues, ties, asks, stories }).flatMap(([table, all]) =>
        all.map((record) => ({ table, record, readers: readersOf(workspace, table, record) })),
      ),
    [workspace, partners, issues, ties, asks, stories],
  );
  const belongs = useMemo(
    () => belongsToCampaign({ name, partner }, records),
    [name, partner, records],
  );
  const ticked = useMemo(
    () =>
      new Set(
        belongs
          .filter(
            ({ table, id, why }) => chosen.get(campaignKey(table, id)) ?? goesAtFirst.has(why),
          )
          .map(({ table, id }) => campaignKey(table, id)),
      ),
    [belongs, chosen],
  );
  const goes = useMemo(() => whatGoes(records, ticked), [records, ticked]);
  const known = useMemo(() => campaignNames(issues, work), [issues, work]);
  const tick = (table: string, keys: readonly string[]) => {
    const next = new Map(chosen);
    for (const one of belongs)
      if (one.table === table) {
        const key = campaignKey(table, one.id);
        next.set(key, keys.includes(key));
      }
    setChosen(next);
  };
  return { name, setName, known, belongs, ticked, tick, records, goes };
}

/** Everything else begins with an empty box. */
const goesAtFirst: ReadonlySet<string> = new Set(['opened-to', 'campaign']);

function readersOf(
  workspace: Workspace,
  table: string,
  { id }: StoredRecord,
): KnownRecord['readers'] {
  const audience = workspace.tables.audienceOf(table, id);
  if (audience === 'everyone') return 'everyone';
  return audience && circleOf(audience) === circleOf(workspace.coreTeam) ? 'coreTeam' : 'others';
}

const circleOf = (audience: Audience) => (audience === 'everyone' ? '' : audience.circle);

function campaignNames(issues: readonly StoredRecord[], work: readonly StoredRecord[]) {
  const nodes = issues
    .map((record) => readFields(issueFields, record))
    .filter(({ kind }) => kind === 'campaign');
  const lines = work
    .map((record) => readFields(workLineFields, record))
    .filter(({ kind }) => kind === 'own');
  return [...new Set([...nodes, ...lines].map(({ name }) => name.trim()))].filter(Boolean);
}
