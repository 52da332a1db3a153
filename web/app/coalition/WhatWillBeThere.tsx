/** Exactly what will be in the coalition workspace: every word of every copy, before anything is made. */
import {
  campaignKey,
  campaignTables,
  type Going,
  isDay,
  nodeKinds,
  parts,
} from '@alongside/practice';
import type { StoredRecord } from '@alongside/vault';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../ui/days.ts';
import { ownWords } from '../../ui/OwnWords.tsx';
import { partWords } from '../../ui/partner-words.ts';
import { Rows } from '../../ui/Rows.tsx';
import { type Find, kindWords, nameOfRecord, tableNames } from './campaign-words.tsx';

export function WhatWillBeThere({ goes }: { readonly goes: readonly Going[] }) {
  const { _ } = useLingui();
  const find = findIn(goes);
  return campaignTables.map((table) => {
    const there = goes.filter((one) => one.table === table);
    if (there.length === 0) return null;
    return (
      <section key={table} className="stack">
        <h2>{_(tableNames[table])}</h2>
        <Rows>
          {there.map((going) => (
            <li key={going.id}>
              <strong>{nameOfRecord(find, going)}</strong>
              <Besides going={going} />
            </li>
          ))}
        </Rows>
      </section>
    );
  });
}

/** The records as they will be there: nothing that stays behind can be read from them. */
function findIn(goes: readonly Going[]): Find {
  const records = new Map(
    goes.map(({ table, id, values, links }) => {
      const ends = links.map(([field, , to]) => [field, to] as const);
      const record = { ...Object.fromEntries([...values, ...ends]), id } as StoredRecord;
      return [campaignKey(table, id), record];
    }),
  );
  return (table, id) => records.get(campaignKey(table, id));
}

/** What goes of a record besides the line that it is called by. */
function Besides({ going: { table, values } }: { readonly going: Going }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const of = new Map(values);
  const said = (...fields: readonly string[]) =>
    fields.flatMap((field) => {
      const value = of.get(field);
      return typeof value === 'string' ? [value] : [];
    });
  const day = (field: string) => {
    const [value = ''] = said(field);
    return isDay(value) ? sayDay(value) : undefined;
  };
  const part = parts.find((one) => one === of.get('part'));
  const kind = nodeKinds.find((one) => one === of.get('kind'));
  switch (table) {
    case 'partners':
      return (
        <>
          <Lines of={said('movement')} />
          {part && <p className="quiet">{_(partWords[part])}</p>}
        </>
      );
    case 'issues':
      return kind && <p className="quiet">{_(kindWords[kind])}</p>;
    case 'ties':
      return <Lines of={said('why')} />;
    case 'asks':
      return (
        <>
          <Lines of={said('from', 'mostAffected', 'theyAskedFor', 'text')} />
          <Days written={day('receivedOn')} by={day('by')} on={day('on')} />
        </>
      );
    case 'stories': {
      // A story's head repeats words of its parts: said once.
      const told = piecesOf(values);
      return (
        <Lines of={[...said('series', 'place').filter((one) => !told.includes(one)), ...told]} />
      );
    }
  }
}

function Days(days: {
  readonly written: string | undefined;
  readonly by: string | undefined;
  readonly on: string | undefined;
}) {
  const { written, by, on } = days;
  return (
    <>
      {written && (
        <p className="quiet">
          <Trans>Written down: {written}</Trans>
        </p>
      )}
      {by && (
        <p className="quiet">
          <Trans>Needed by: {by}</Trans>
        </p>
      )}
      {on && (
        <p className="quiet">
          <Trans>For: {on}</Trans>
        </p>
      )}
    </>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike; a line's place is what it is
    <p key={at} {...ownWords(line)} className="kept-lines">
      {line}
    </p>
  ));
}

/** The words of a story's parts, with who says them, in the order in which they are told. */
function piecesOf(values: Going['values']): string[] {
  return values.flatMap(([field, value]) => {
    if (field.startsWith('words:')) return typeof value === 'string' ? [value] : [];
    if (!field.startsWith('piece:')) return [];
    const {
      text,
      role,
      organizations = [],
      speaker,
    } = value as {
      readonly text: string;
      readonly role?: string;
      readonly organizations?: readonly string[];
      readonly speaker?: string;
    };
    return [[text, role, ...organizations, speaker].filter(Boolean).join(' · ')];
  });
}
