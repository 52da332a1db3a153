/**
 * Writes `docs/security/what-each-party-sees.md` from the tables and from what the server's store has,
 * column by column: `node tools/what-each-party-sees.ts`. `docs.test.ts` fails where the page is another.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  postgresColumns,
  type Readers,
  type ServerLine,
  serverColumns,
  serverCounts,
  tables,
  tablesReadBy,
} from '@alongside/practice';

export const pagePath = join(
  import.meta.dirname,
  '..',
  'docs',
  'security',
  'what-each-party-sees.md',
);

const lines: Readonly<Record<ServerLine, string>> = {
  streams: 'that there are streams, each under a random name',
  counts: 'how many messages each has had, how many were cleared away, how often its keys changed',
  messages: 'the sealed messages in their order, each padded to one of a few sizes',
  families: 'which streams belong together',
  marks: 'hashes of the tokens that read and append, the key that manages; they open nothing',
  expiries: 'until when some streams last',
  room: 'how much room each workspace was given',
  vouchers: 'hashes of vouchers, and how many workspaces were begun with each',
  totals: 'how often and how much all workspaces together read and wrote since it was started',
};

const readers: Readonly<Record<Readers, string>> = {
  everyone: 'everyone here',
  coreTeam: 'the core team',
  planners: 'the planners, one or two people',
  onlyMe: 'its writer alone',
};

export function whatEachPartySees(): string {
  const row = ([column, line]: [string, ServerLine]) => `| \`${column}\` | ${lines[line]} |`;
  const columns = Object.entries(serverColumns).map(row).join('\n');
  const more = Object.entries(postgresColumns).filter(([column]) => !(column in serverColumns));
  const held = (['everyone', 'coreTeam', 'planners', 'onlyMe'] as const)
    .flatMap((who) =>
      tablesReadBy(who).map(
        (name) =>
          `| ${readers[who]} | \`${name}\` | ${Object.keys(tables[name].fields)
            .map((field) => `\`${field}\``)
            .join(' ')} |`,
      ),
    )
    .join('\n');
  return `# What each party sees

*Encryption does not protect us from an order addressed to us.* This page is made from the tables and the server's
store as they are (\`tools/what-each-party-sees.ts\`); *What could be taken?* in the application says the same in sentences.

## What the server could hand over

| in its store | what it gives away |
| --- | --- |
${columns}

On PostgreSQL the same stands in the same columns, without \`streams.no\`; besides them:

| in its store | what it gives away |
| --- | --- |
${more.map(row).join('\n')}

What it counts of itself while it runs, for whoever watches over it (\`/metrics\`); nothing else is written down of a request:

| it counts | what that gives away |
| --- | --- |
${Object.entries(serverCounts).map(row).join('\n')}

No names, no words, no addresses, no browser names, no times but an expiry; no log of who asked for what. Whoever runs
the server and watches it live also sees from which address a device connects, when, and how much. In its memory
it counts requests by a keyed hash of an address, and forgets that at the latest two minutes after the last one.

## What we could be ordered to hand over ourselves

Everything below that one of us can open, and what is on paper or in files: recovery kits, backups, prints, exports.

## What a taken, unlocked phone shows

What its person can read. Covered counts as open. Locked, it shows that Alongside is on it, how much is sealed there and
when that was written, the language and the look that were chosen, and the lawyer’s number if someone chose to show it there.

| who reads it | table | fields |
| --- | --- | --- |
${held}
`;
}

if (import.meta.main) writeFileSync(pagePath, whatEachPartySees());
