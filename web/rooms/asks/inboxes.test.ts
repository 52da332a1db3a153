/** A whole device: which inboxes of our links it looks into, and until when. */
import {
  type Change,
  daysAfter,
  keepPage,
  publicPageChanges,
  writeMemberPage,
} from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../vault/testing/contract-relay.ts';
import { people } from '../../../vault/testing/people.ts';
import { today } from '../../ui/days.ts';
import { inboxesOf } from './inboxes.ts';

const secret = new Uint8Array(16);
const words = { us: 'Harbor', what: 'Stand with us?', more: '' };

async function amina() {
  const company = await people(
    { ...createContractRelay(), server: 'https://relay.example' },
    'amina',
  );
  const { workspace } = company.amina;
  await company.until(() => workspace.together.get().server.type === 'Reached');
  return workspace;
}

type Made = (id: string, until: string) => readonly { readonly value: unknown }[];
const links: readonly (readonly [of: string, table: string, ended: string, made: Made])[] = [
  [
    'an ask of ours',
    'askPages',
    'closedOn',
    (id, until) => keepPage(id, { ask: 'ask', secret, fragment: 'f', until }),
  ],
  [
    'a weighing of members',
    'memberPages',
    'closedOn',
    (id, until) => writeMemberPage(id, { ...words, ask: 'ask', secret, fragment: 'f', until }),
  ],
  [
    'our public page',
    'publicPages',
    'endedOn',
    (id, until) => publicPageChanges(id, { us: 'Harbor', secret, fragment: 'f', until }),
  ],
];

test.each(links)(
  'the link of %s is looked into for seven days after its last',
  async (_, __, ___, made) => {
    const workspace = await amina();
    const look = (ago: number) => {
      const id = workspace.newId();
      workspace.commit(made(id, daysAfter(today(), -ago)) as Change[], workspace.coreTeam);
      return inboxesOf(workspace).length;
    };
    expect([8, 7, 1, 0].map(look)).toEqual([0, 1, 2, 3]);
  },
);

test.each(links)(
  'the link of %s that was taken back is looked into until the day after',
  async (_, table, field, made) => {
    const workspace = await amina();
    const look = (ago: number) => {
      const record = workspace.newId();
      const ended = { table, record, field, value: daysAfter(today(), -ago) };
      const changes = [...made(record, daysAfter(today(), 30)), ended] as Change[];
      workspace.commit(changes, workspace.coreTeam);
      return inboxesOf(workspace).length;
    };
    expect([2, 1, 0].map(look)).toEqual([0, 1, 2]);
  },
);
