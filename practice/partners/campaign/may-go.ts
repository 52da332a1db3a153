/**
 * What may go into a coalition workspace: a list of tables and fields, each of which a person has read.
 * Whatever is on no list stays behind, also what a later version adds. So weighings, envelopes, contacts,
 * care, harm, honest conversations, people, what anyone can give, planners and members have no way in.
 *
 * Left out on purpose: asks of us, which others told us in confidence; calls, whose list is destroyed on a
 * day that a copy would outlive; the document that a story was read from; who keeps in touch with a partner.
 */
import * as v from 'valibot';
import { askFields } from '../../asks/tables.ts';
import { type Read, readFields, type TableFields } from '../../fields.ts';
import { issueFields, tieFields } from '../../issues/tables.ts';
import type { Fields, Plain } from '../../stories/record.ts';
import { piecesOfFields, pieceToFields } from '../../stories/stored-pieces.ts';
import { storyFields } from '../../stories/tables.ts';
import { partnerFields } from '../tables.ts';

/** Tables of which something may go, in the order in which it is shown. */
export const campaignTables = ['partners', 'issues', 'ties', 'asks', 'stories'] as const;
export type CampaignTable = (typeof campaignTables)[number];

/** A record of the workspace, and how widely it is read there. */
export interface Known {
  readonly table: string;
  readonly record: Fields;
  /** `others`: only me, or a circle that is not the core team. */
  readonly readers: 'everyone' | 'coreTeam' | 'others';
}

/** What goes of one record: its words, and what it points at, by the id it has here. */
export interface Going {
  readonly table: CampaignTable;
  readonly id: string;
  readonly values: readonly (readonly [field: string, value: Plain])[];
  readonly links: readonly (readonly [field: string, to: readonly CampaignTable[], id: string])[];
}

/** Pieces of a story that are parts of it. What was left over of the document is not. */
const leftOver: ReadonlySet<string> = new Set(['unrecognised', 'plain']);

/** What of the record may go, or nothing. */
export function whatMayGo({ table, record, readers }: Known): Going | undefined {
  if (readers === 'others' || record.deleted === true) return undefined;
  switch (table) {
    case 'partners': {
      const partner = readFields(partnerFields, record);
      if (partner.sameAs !== null) return undefined;
      return going('partners', partner, ['name', 'movement', 'part']);
    }
    case 'issues':
      return going('issues', readFields(issueFields, record), ['name', 'kind']);
    case 'ties': {
      const tie = readFields(tieFields, record);
      if (tie.state !== 'kept' || tie.from === null || tie.to === null) return undefined;
      return {
        ...going('ties', tie, ['kind', 'why', 'state']),
        links: [
          ['from', ['issues', 'partners'], tie.from],
          ['to', ['issues', 'partners'], tie.to],
        ],
      };
    }
    case 'asks':
      return ofAsk(record);
    case 'stories':
      return ofStory(record);
    default:
      return undefined;
  }
}

/** An ask of ours: what its page would say to whoever has its link. */
function ofAsk(record: Fields): Going | undefined {
  const ask = readFields(askFields, record);
  if (ask.direction !== 'we-ask') return undefined;
  const link = (field: 'partner' | 'issue', to: CampaignTable) =>
    ask[field] === null ? [] : ([[field, [to], ask[field]]] as const);
  return {
    ...going('asks', ask, [
      'direction',
      'from',
      'what',
      'mostAffected',
      'theyAskedFor',
      'text',
      'by',
      'on',
      'receivedOn',
      'language',
    ]),
    links: [...link('partner', 'partners'), ...link('issue', 'issues')],
  };
}

/** A story of ours: its parts, without the document and the lines of it. */
function ofStory(record: Fields): Going | undefined {
  if (record.whose !== 'ours') return undefined;
  const head = (['title', 'series', 'place', 'language', 'direction', 'format', 'whose'] as const)
    .map((field) => [field, v.safeParse(storyFields[field], record[field])] as const)
    .flatMap(([field, read]) =>
      read.success && read.output !== null ? [[field, read.output] as const] : [],
    );
  const pieces = piecesOfFields(record)
    .filter(({ kind }) => !leftOver.has(kind))
    .flatMap(({ reason: _, ...piece }) => pieceToFields({ ...piece, places: [] }))
    .map(({ field, value }) => [field, value] as const);
  return { table: 'stories', id: record.id, values: [...head, ...pieces], links: [] };
}

function going<Of extends TableFields>(
  table: CampaignTable,
  read: Read<Of>,
  fields: readonly (keyof Of & string)[],
): Going {
  const values = fields
    .map((field) => [field, (read as Fields)[field] as Plain] as const)
    .filter(([, value]) => value !== null && value !== '');
  return { table, id: read.id, values, links: [] };
}
