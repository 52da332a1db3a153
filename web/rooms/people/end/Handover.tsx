/** What somebody left to others: promises, asks and partners, to print and hand on. */
import {
  askFields,
  contactFields,
  handoverOf,
  partnerFields,
  promiseFields,
  readFields,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { Name } from '../Name.tsx';

export function Handover({ members }: { readonly members: readonly string[] }) {
  const sayDay = useSayDay();
  const { tables } = useWorkspace();
  const left = handoverOf(new Set(members), {
    promises: useTable('promises').map((record) => readFields(promiseFields, record)),
    asks: useTable('asks').map((record) => readFields(askFields, record)),
    partners: useTable('partners').map((record) => readFields(partnerFields, record)),
    contacts: useTable('contacts').map((record) => readFields(contactFields, record)),
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
    </>
  );
}

interface Item {
  readonly id: string;
  readonly words: string;
  readonly beside: readonly string[];
  readonly path: string | null;
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
          {list.items.map(({ id, words, beside, path }) => (
            <Row key={id}>
              <p {...ownWords(words)}>
                {path === null ? words : <TextLink to={path}>{words}</TextLink>}
              </p>
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
