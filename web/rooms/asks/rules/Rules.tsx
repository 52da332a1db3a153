/** Standing rules: what we agreed beforehand, so that an ask of that kind is answered in a moment. */
import { isWhole, type Rule } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { EmptyPage } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useRules } from '../useSize.ts';
import { LawNote } from './LawNote.tsx';
import { RuleSentence } from './RuleSentence.tsx';

export default function Rules() {
  const workspace = useWorkspace();
  const go = useGo();
  const rules = useRules();
  const readers = <WhoCanRead audience={workspace.coreTeam} />;
  const begin = () => {
    const record = workspace.newId();
    workspace.commit(
      [{ table: 'standingRules', record, field: 'agreedOn', value: today() }],
      workspace.coreTeam,
    );
    go(`/asks/rules/${record}`);
  };
  const write = (
    <Button kind="filled" onPress={begin}>
      <Trans>Write a rule</Trans>
    </Button>
  );
  if (rules.length === 0) {
    return (
      <EmptyPage
        title={<Trans>Nothing is agreed beforehand yet.</Trans>}
        readers={readers}
        action={write}
        example={
          <p>
            <Trans>
              “When the tenants’ network asks for interpreters, we say yes to two. One of us
              approves.”
            </Trans>
          </p>
        }
      >
        <p>
          <Trans>
            A rule answers asks that we have talked about once and for all. Two of us can stop it
            any time.
          </Trans>
        </p>
        <LawNote />
      </EmptyPage>
    );
  }
  const inForce = rules.filter((rule) => rule.endedOn === null && isWhole(rule)).length;
  return (
    <Page
      title={
        <Plural
          value={inForce}
          one="One rule answers for us."
          _0="No rule answers for us yet."
          other="# rules answer for us."
        />
      }
      readers={readers}
      action={write}
    >
      <Rows label={t`Rules`}>
        {rules.map((rule) => (
          <Row key={rule.id}>
            <RuleSentence rule={rule} />
            <Standing rule={rule} />
            <p>
              <TextLink to={`/asks/rules/${rule.id}`}>
                <Trans>Open the rule</Trans>
              </TextLink>
            </p>
          </Row>
        ))}
      </Rows>
      <LawNote />
    </Page>
  );
}

function Standing({ rule }: { readonly rule: Rule }) {
  const sayDay = useSayDay();
  const ended = rule.endedOn && sayDay(rule.endedOn);
  if (ended) {
    return (
      <p className="quiet">
        <Trans>Ended on {ended}.</Trans>
      </p>
    );
  }
  if (isWhole(rule)) return null;
  return (
    <p className="late">
      <Trans>Not in force: it needs a partner, an issue or a kind, an answer, and a time.</Trans>
    </p>
  );
}
