/** Which column of a table is read as what; another choice reads the file again. */
import { type ColumnUse, columnUses, type FoundPeople, type Mapping } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Select } from '../../../ui/Select.tsx';

const useWords: Readonly<Record<ColumnUse, MessageDescriptor>> = {
  name: msg`The whole name`,
  given: msg`The given name`,
  family: msg`The family name`,
  organization: msg`The organization`,
  role: msg`What they do there`,
  email: msg`An email address`,
  phone: msg`A telephone number, where there is no address`,
};

export function Columns({
  table,
  onMapping,
}: {
  readonly table: NonNullable<FoundPeople['table']>;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { _ } = useLingui();
  const options = [
    { id: 'none', name: t`no column` },
    ...table.columns.map((name, column) => ({ id: String(column), name })),
  ];
  const isEmpty = columnUses.every((use) => table.mapping[use] === null);
  return (
    <Disclosure summary={<Trans>Which column is what</Trans>} open={isEmpty}>
      {columnUses.map((use) => (
        <Select
          key={use}
          label={_(useWords[use])}
          options={options}
          value={table.mapping[use] === null ? 'none' : String(table.mapping[use])}
          onChange={(chosen) => {
            const column = chosen === 'none' ? null : Number(chosen);
            // A column that served another use serves this one now.
            const others = Object.fromEntries(
              columnUses.map((one) => [
                one,
                table.mapping[one] === column ? null : table.mapping[one],
              ]),
            ) as Record<ColumnUse, number | null>;
            onMapping({ ...others, [use]: column });
          }}
        />
      ))}
    </Disclosure>
  );
}
