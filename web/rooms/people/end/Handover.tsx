/** What somebody left to others: promises, asks and partners, to print and hand on. */
import {
  askFields,
  askPageFields,
  callFields,
  contactFields,
  handoverOf,
  memberPageFields,
  type OpenPage,
  partnerFields,
  promiseFields,
  publicPageFields,
  readFields,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { Unverified } from '../../../ui/Unverified.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { Name } from '../Name.tsx';

export function Handover({ members }: { readonly members: readonly string[] }) {
  const sayDay = useSayDay();
  const { tables } = useWorkspace();
  const now = useTogether()?.now;
  const isHere = new Set(now?.people.filter(({ active }) => active).map(({ id }) => id));
  const team = new Set(now?.circles.find(({ kind }) => kind === 'core-team')?.members);
  const left = handoverOf(new Set(members), {
    promises: useTable('promises').map((record) => readFields(promiseFields, record)),
    asks: useTable('asks').map((record) => readFields(askFields, record)),
    partners: useTable('partners').map((record) => readFields(partnerFields, record)),
    contacts: useTable('contacts').map((record) => readFields(contactFields, record)),
    askPages: useTable('askPages').map((record) => readFields(askPageFields, record)),
    calls: useTable('calls').map((record) => readFields(callFields, record)),
    memberPages: useTable('memberPages').map((record) => readFields(memberPageFields, record)),
    publicPages: useTable('publicPages').map((record) => readFields(publicPageFields, record)),
    today: today(),
    isOfTheTeam: (table, record, field) => {
      const by = tables.writtenBy(table, record, field)?.member;
      return by !== undefined && (!isHere.has(by) || team.has(by));
    },
    writtenBy: (table, record, field) => tables.writtenBy(table, record, field)?.member,
  });
  return (
    <>
      <h2>
        <Trans>What they leave to others</Trans>
      </h2>
      <p className="handover-names">
        {members.map((member, at) => (
          <span key={member}>
            {at > 0 && ' · '}
            <Name of={member} />
          </span>
        ))}
      </p>
      <List
        title={t`Promises they carried`}
        none={<Trans>No open promise stood in their name.</Trans>}
        items={left.promises.map(({ promise, to }) => ({
          id: promise.id,
          words: promise.what,
          beside: [to, promise.by ? sayDay(promise.by) : ''],
          path: promise.ask === null ? null : `/asks/${promise.ask}`,
        }))}
      />
      <List
        title={t`Asks they wrote down that nobody has answered`}
        none={<Trans>None waits.</Trans>}
        items={left.asks.map((ask) => ({
          id: ask.id,
          words: ask.what,
          beside: [ask.from, ask.by ? sayDay(ask.by) : ''],
          path: `/asks/${ask.id}`,
          mark: <Unverified ask={ask.id} />,
        }))}
      />
      <List
        title={t`Partners they wrote down, or were the last to be in touch with`}
        none={<Trans>None.</Trans>}
        items={left.partners.map((partner) => ({
          id: partner.id,
          words: partner.name,
          beside: [partner.movement],
          path: `/partners/${partner.id}`,
        }))}
      />
      {left.pages.length > 0 && (
        <>
          <List
            title={t`Pages with a link that are open`}
            none={null}
            items={left.pages.map(({ id, kind, of, what, until }) => ({
              id,
              words: what,
              beside: [sayDay(until)],
              path: pathOf(kind, of),
            }))}
          />
          <p>
            <Trans>
              Whoever was in the core team keeps what opens these pages: they could read new answers
              to them, or change what they say. End each page and make a new one; where that cannot
              be, tell people by another way not to answer on it any more.
            </Trans>
          </p>
        </>
      )}
    </>
  );
}

function pathOf(kind: OpenPage['kind'], of: string): string {
  switch (kind) {
    case 'call':
      return `/asks/calls/${of}`;
    case 'ask of ours':
      return `/asks/ours/${of}`;
    case 'members':
      return `/asks/${of}?part=engagement`;
    case 'public page':
      return '/asks/public-page';
  }
}

interface Item {
  readonly id: string;
  readonly words: string;
  readonly beside: readonly string[];
  readonly path: string | null;
  readonly mark?: ReactNode;
}

function List(list: {
  readonly title: string;
  readonly none: ReactNode;
  readonly items: readonly Item[];
}) {
  return (
    <section className="stack">
      <h3>{list.title}</h3>
      {list.items.length === 0 ? (
        <p className="quiet">{list.none}</p>
      ) : (
        <Rows label={list.title}>
          {list.items.map(({ id, words, beside, path, mark }) => (
            <Row key={id}>
              <p {...ownWords(words)}>
                {path === null ? words : <TextLink to={path}>{words}</TextLink>}
              </p>
              {mark}
              <p className="quiet">
                {beside
                  .filter((one) => one !== '')
                  .map((one, at) => (
                    <span key={one}>
                      {at > 0 && ' · '}
                      <bdi>{one}</bdi>
                    </span>
                  ))}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
