/** The issue on our map that the ask is about. Shows nothing while the map has none. */
import { issueFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useByName } from '../../../ui/by-name.ts';
import { Select } from '../../../ui/Select.tsx';
import { useTable } from '../../../ui/workspace.tsx';
import type { Given } from './given.ts';

const none = 'none';

export function IssueChoice({ ask, change }: Pick<Given, 'ask' | 'change'>) {
  const records = useTable('issues');
  const byName = useByName();
  const issues = records
    .map((record) => readFields(issueFields, record))
    .filter(({ kind }) => kind === 'issue')
    .sort(byName);
  if (issues.length === 0) return null;
  return (
    <Select
      label={<Trans>Which issue is it about?</Trans>}
      options={[{ id: none, name: t`not said` }, ...issues]}
      value={ask.issue ?? none}
      onChange={(issue) => change({ issue: issue === none ? null : issue })}
    />
  );
}
