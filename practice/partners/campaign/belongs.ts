/**
 * What belongs to a campaign: found by its name, by the map and by who has a part in it. It is what a
 * person is shown with an empty box each, and never the decision: only the partner to whom it is opened
 * and the campaign itself begin ticked.
 */
import { askFields } from '../../asks/tables.ts';
import { folded } from '../../clean.ts';
import { readFields } from '../../fields.ts';
import { issueFields, tieFields } from '../../issues/tables.ts';
import { piecesOfFields } from '../../stories/stored-pieces.ts';
import { partnerFields } from '../tables.ts';
import { type CampaignTable, type Known, whatMayGo } from './may-go.ts';
import { campaignKey } from './open-campaign.ts';

export type WhyBelongs = 'opened-to' | 'campaign' | 'has-part' | 'tied' | 'about-it' | 'asked-of';

export interface Belonging {
  readonly table: CampaignTable;
  readonly id: string;
  readonly why: WhyBelongs;
}

/** Each record once, the partner first, in the order in which the records come. */
export function belongsToCampaign(
  campaign: { readonly name: string; readonly partner: string },
  records: readonly Known[],
): Belonging[] {
  const may = records.filter((known) => whatMayGo(known) !== undefined);
  const name = folded(campaign.name);
  const names = (...words: readonly string[]) =>
    name !== '' && words.some((one) => folded(one).includes(name));
  const found = new Map<string, Belonging>();
  const add = (table: CampaignTable, id: string, why: WhyBelongs) => {
    const key = campaignKey(table, id);
    if (!found.has(key)) found.set(key, { table, id, why });
  };
  const has = (table: CampaignTable, id: string | null) =>
    id !== null && found.has(campaignKey(table, id));
  const of = (table: CampaignTable) =>
    may.filter((known) => known.table === table).map(({ record }) => record);

  const partners = of('partners').map((record) => readFields(partnerFields, record));
  for (const { id } of partners) if (id === campaign.partner) add('partners', id, 'opened-to');
  for (const { id, part } of partners) if (part !== null) add('partners', id, 'has-part');
  const nodes = of('issues').map((record) => readFields(issueFields, record));
  for (const node of nodes)
    if (node.kind === 'campaign' && name !== '' && folded(node.name) === name)
      add('issues', node.id, 'campaign');
  const ties = of('ties').map((record) => readFields(tieFields, record));
  const itself = new Set(
    [...found.values()].filter(({ why }) => why === 'campaign').map(({ id }) => id),
  );
  for (const { from, to } of ties) {
    const other = itself.has(from ?? '') ? to : itself.has(to ?? '') ? from : null;
    if (nodes.some(({ id }) => id === other)) add('issues', other ?? '', 'tied');
    else if (partners.some(({ id }) => id === other)) add('partners', other ?? '', 'tied');
  }
  for (const { id, from, to } of ties) {
    const ends = [from, to].filter((end) => has('issues', end) || has('partners', end));
    if (ends.length === 2) add('ties', id, 'tied');
  }
  for (const record of of('asks')) {
    const { id, issue, partner, what, text } = readFields(askFields, record);
    if (has('issues', issue) || names(what, text)) add('asks', id, 'about-it');
    else if (has('partners', partner)) add('asks', id, 'asked-of');
  }
  for (const record of of('stories')) {
    const { title } = record;
    const said = piecesOfFields(record).map(({ text }) => text);
    if (names(typeof title === 'string' ? title : '', ...said))
      add('stories', record.id, 'about-it');
  }
  return [...found.values()];
}
