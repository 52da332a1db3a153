/** The fields of a standing rule. Each is kept by itself. */
import {
  answers,
  askKinds,
  issueFields,
  partnerFields,
  type Rule,
  readFields,
  type ruleFields,
  ruleSpeeds,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useByName } from '../../../ui/by-name.ts';
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { answerWords, kindWords, speedWords } from '../ask-words.ts';

type Values = { readonly [Name in keyof typeof ruleFields]?: string | readonly string[] | null };

const any = 'any';

export function RuleForm({ rule }: { readonly rule: Rule }) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const byName = useByName();
  const partners = useTable('partners').map((record) => readFields(partnerFields, record));
  const issues = useTable('issues')
    .map((record) => readFields(issueFields, record))
    .filter(({ kind }) => kind === 'issue');
  const write = (values: Values) =>
    workspace.commit(
      Object.entries(values).map(([field, value]) => ({
        table: 'standingRules',
        record: rule.id,
        field,
        value: value ?? null,
      })),
      workspace.coreTeam,
    );
  const what = useKeptWords(rule.what, (words) => write({ what: words.trim() }));
  const lawNote = useKeptWords(rule.lawNote, (words) => write({ lawNote: words.toWellFormed() }));
  return (
    <>
      {partners.length > 0 && (
        <Select
          label={<Trans>When this partner asks</Trans>}
          options={[{ id: any, name: t`any partner` }, ...partners.sort(byName)]}
          value={rule.partner ?? any}
          onChange={(partner) => write({ partner: partner === any ? null : partner })}
        />
      )}
      {issues.length > 0 && (
        <Select
          label={<Trans>About this issue</Trans>}
          options={[{ id: any, name: t`any issue` }, ...issues.sort(byName)]}
          value={rule.issue ?? any}
          onChange={(issue) => write({ issue: issue === any ? null : issue })}
        />
      )}
      <CheckboxGroup
        label={<Trans>For these kinds of support</Trans>}
        hint={<Trans>None ticked means any kind.</Trans>}
        value={rule.kinds}
        onChange={(kinds) => write({ kinds: askKinds.filter((kind) => kinds.includes(kind)) })}
      >
        {askKinds.map((kind) => (
          <Checkbox key={kind} value={kind}>
            {_(kindWords[kind])}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <RadioGroup
        label={<Trans>We answer</Trans>}
        value={rule.answer}
        onChange={(answer) => write({ answer })}
      >
        {answers.map((answer) => (
          <Radio key={answer} value={answer}>
            {_(answerWords[answer])}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={<Trans>What would it be?</Trans>}
        hint={<Trans>If we say yes, the reply says this.</Trans>}
        {...what}
      />
      <RadioGroup
        label={<Trans>How soon may it answer?</Trans>}
        value={rule.speed}
        onChange={(speed) => write({ speed })}
      >
        {ruleSpeeds.map((speed) => (
          <Radio
            key={speed}
            value={speed}
            note={
              speed === 'a-day' ? (
                <Trans>two people approve</Trans>
              ) : (
                <Trans>one person approves</Trans>
              )
            }
          >
            {_(speedWords[speed])}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        label={<Trans>Who may approve</Trans>}
        value={rule.approvers}
        onChange={(approvers) => write({ approvers })}
      >
        <Radio value="core-team">
          <Trans>anyone in the core team</Trans>
        </Radio>
        <Radio value="stewards">
          <Trans>stewards</Trans>
        </Radio>
      </RadioGroup>
      <TextArea
        label={<Trans>What the law allows us here</Trans>}
        hint={<Trans>What a lawyer told you, in your own words.</Trans>}
        rows={3}
        {...lawNote}
      />
    </>
  );
}
