/** One standing rule: for whom and what, the answer, who approves how soon, what the law allows, and each use. */
import { type Rule, readFields, ruleFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useDelete } from '../../../ui/useDelete.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { commitWithUndo } from '../write-decisions.ts';
import { LawNote } from './LawNote.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleSentence } from './RuleSentence.tsx';
import { RuleUses } from './RuleUses.tsx';

export default function RulePage() {
  const id = useParam('rule');
  const record = useRecord('standingRules', id);
  if (!record) {
    return (
      <Page title={<Trans>This rule is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks/rules">
            <Trans>See all rules</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const rule = readFields(ruleFields, record);
  return (
    <Page
      title={<Trans>What we agreed beforehand.</Trans>}
      readers={<WhoCanReadThis table="standingRules" record={id} />}
    >
      {rule.endedOn === null ? <RuleForm key={id} rule={rule} /> : <RuleSentence rule={rule} />}
      <LawNote />
      <RuleUses rule={rule} />
      <Ending rule={rule} />
    </Page>
  );
}

function Ending({ rule }: { readonly rule: Rule }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const deleteIt = useDelete();
  const set = (endedOn: string | null, said: string) =>
    offerUndo(
      said,
      commitWithUndo(workspace, [
        { table: 'standingRules', record: rule.id, field: 'endedOn', value: endedOn },
      ]),
    );
  return (
    <div className="row">
      {rule.endedOn === null ? (
        <Button onPress={() => set(today(), t`The rule has ended.`)}>
          <Trans>End this rule</Trans>
        </Button>
      ) : (
        <Button onPress={() => set(null, t`The rule is in force again.`)}>
          <Trans>Put it in force again</Trans>
        </Button>
      )}
      <Button
        kind="quiet"
        onPress={() => deleteIt('standingRules', rule.id, t`The rule is deleted.`, '/asks/rules')}
      >
        <Trans>Delete</Trans>
      </Button>
    </div>
  );
}
