/** Why something is offered, and what a record is called where it can be ticked. */
import {
  askFields,
  type Belonging,
  type CampaignTable,
  issueFields,
  type NodeKind,
  partnerFields,
  readFields,
  storyName,
  storyOf,
  tieFields,
  type WhyBelongs,
} from '@alongside/practice';
import type { StoredRecord } from '@alongside/vault';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { TieSentence } from '../../ui/TieSentence.tsx';

export const tableNames: Readonly<Record<CampaignTable, MessageDescriptor>> = {
  partners: msg`Organizations`,
  issues: msg`From the map`,
  ties: msg`Ties between them`,
  asks: msg`What we ask for`,
  stories: msg`Stories of ours`,
};

export const whyWords: Readonly<Record<WhyBelongs, MessageDescriptor>> = {
  'opened-to': msg`It is opened to them.`,
  campaign: msg`The campaign itself.`,
  'has-part': msg`They have a part in our campaign.`,
  tied: msg`Tied to it on the map.`,
  'about-it': msg`It is about this campaign.`,
  'asked-of': msg`Asked of somebody with a part in it.`,
};

export const kindWords: Readonly<Record<NodeKind, MessageDescriptor>> = {
  issue: msg`an issue`,
  community: msg`a community`,
  value: msg`a value`,
  experience: msg`an experience`,
  doer: msg`who does it`,
  policy: msg`a policy`,
  method: msg`how it is done`,
  campaign: msg`a campaign`,
};

/** Where a record is found: among all, or among what goes. */
export type Find = (table: string, id: string) => StoredRecord | undefined;

/** The record in a line, by the words it has there. */
export function nameOfRecord(
  find: Find,
  { table, id }: Pick<Belonging, 'table' | 'id'>,
): ReactNode {
  const record = find(table, id);
  if (!record) return null;
  switch (table) {
    case 'partners':
      return <OwnWords>{readFields(partnerFields, record).name || t`Without a name`}</OwnWords>;
    case 'issues':
      return <OwnWords>{readFields(issueFields, record).name || t`Without a name`}</OwnWords>;
    case 'ties': {
      const tie = readFields(tieFields, record);
      return <TieSentence tie={tie} from={endName(find, tie.from)} to={endName(find, tie.to)} />;
    }
    case 'asks':
      return <OwnWords>{readFields(askFields, record).what}</OwnWords>;
    case 'stories':
      return <OwnWords>{storyName(storyOf(record)) || t`Without a name`}</OwnWords>;
  }
}

function endName(find: Find, id: string | null): string {
  const end = find('issues', id ?? '') ?? find('partners', id ?? '');
  return typeof end?.name === 'string' ? end.name : '';
}
