/** What stays outside, by name; and each row that could not be read as it stands, with its reason. */
import type { StaysOut as Named, Problem, ProblemReason } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans, useLingui as useMacro } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';

/** How many rows are listed at once. */
const step = 50;

const reasons: Readonly<Record<ProblemReason, MessageDescriptor>> = {
  NoName: msg`nobody’s name stands in it, so it is not brought in.`,
  TooLong: msg`words too long for their place are left out, and the rest is brought in.`,
  TooManyCells: msg`it has more cells than the table has columns, so they may have slipped. It is not brought in.`,
  OpenQuote: msg`a quotation mark is opened and never closed. From here on the table could not be read.`,
  Broken: msg`it breaks the rules of its format. It is not brought in.`,
  NoDay: msg`it has no day that can be read. It is not brought in.`,
  UnknownZone: msg`nobody knows its time zone. It is read as if it were ours.`,
  TooManyDays: msg`it takes place too often. The newest 500 days are shown.`,
};

export function StaysOut({
  leftOut,
  problems,
  kind,
}: {
  readonly leftOut: readonly Named[];
  readonly problems: readonly Problem[];
  readonly kind: 'row' | 'card' | 'event';
}) {
  const { _ } = useLingui();
  const { t } = useMacro();
  const [shown, setShown] = useState(step);
  const columns = leftOut.length;
  const rows = problems.length;
  const nameOf = (at: number) =>
    kind === 'row' ? t`Row ${at}:` : kind === 'card' ? t`Card ${at}:` : t`Event ${at}:`;
  return (
    <>
      {columns > 0 ? (
        <Disclosure
          summary={plural(columns, {
            one: '# column is left out',
            other: '# columns are left out',
          })}
        >
          <ul className="left-out">
            {leftOut.map(({ name, times, another }) => {
              const column = <bdi>{name}</bdi>;
              return (
                <li key={`${another} ${name}`}>
                  {another ? <Trans>{column}, another one</Trans> : column}
                  {times > 0 && ` (${times})`}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      ) : (
        <p className="quiet">
          <Trans>No column is left out.</Trans>
        </p>
      )}
      {rows > 0 && (
        <Disclosure
          summary={plural(rows, {
            one: '# row needs a look, the rest is sound',
            other: '# rows need a look, the rest is sound',
          })}
        >
          <ul className="left-out">
            {problems.slice(0, shown).map(({ at, because }) => (
              <li key={`${at} ${because}`}>
                {nameOf(at)} {_(reasons[because])}
              </li>
            ))}
          </ul>
          {rows > shown && (
            <Button onPress={() => setShown(shown + step)}>
              <Trans>Show more</Trans>
            </Button>
          )}
        </Disclosure>
      )}
    </>
  );
}
