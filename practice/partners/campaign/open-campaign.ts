/**
 * *Open this campaign to them*: copies of what was ticked, for a workspace of its own. Each record has a
 * new id there, so that nobody who reads both can tell more than the words do; what pointed at something
 * that stays behind points at nothing. The same whatever the order of the records.
 */
import type { Change } from '../../stories/record.ts';
import { type CampaignTable, campaignTables, type Going, type Known, whatMayGo } from './may-go.ts';

/** A record's name among all tables. */
export const campaignKey = (table: string, id: string): string => `${table}/${id}`;

/** What will be there, table by table. A tie goes only with both of its ends. */
export function whatGoes(records: readonly Known[], ticked: ReadonlySet<string>): Going[] {
  const found = new Map<string, Going>();
  for (const known of records) {
    const key = campaignKey(known.table, known.record.id);
    const going = ticked.has(key) ? whatMayGo(known) : undefined;
    if (going) found.set(key, going);
  }
  for (const [key, { table, links }] of found) {
    if (table === 'ties' && !links.every((link) => isThere(link, found))) found.delete(key);
  }
  return [...found.values()]
    .map((going) => ({ ...going, links: going.links.filter((link) => isThere(link, found)) }))
    .sort(inOrder);
}

/** The changes that write it down in a workspace where nothing is yet. */
export function openCampaign(
  records: readonly Known[],
  ticked: ReadonlySet<string>,
  newId: () => string,
): Change[] {
  const goes = whatGoes(records, ticked);
  const anew = new Map(goes.map(({ table, id }) => [campaignKey(table, id), newId()]));
  return goes.flatMap(({ table, id, values, links }) => {
    const record = anew.get(campaignKey(table, id)) ?? '';
    return [
      ...values.map(([field, value]) => ({ table, record, field, value })),
      ...links.map(([field, to, end]) => {
        const at = to.find((one) => anew.has(campaignKey(one, end))) ?? '';
        return { table, record, field, value: anew.get(campaignKey(at, end)) ?? null };
      }),
    ];
  });
}

function isThere(
  [, to, end]: Going['links'][number],
  found: ReadonlyMap<string, unknown>,
): boolean {
  return to.some((table) => found.has(campaignKey(table, end)));
}

function inOrder(one: Going, other: Going): number {
  const place = ({ table }: { readonly table: CampaignTable }) => campaignTables.indexOf(table);
  return place(one) - place(other) || (one.id < other.id ? -1 : 1);
}
