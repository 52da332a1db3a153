/** Each use of a rule: which ask it answered and when, who approved it, and where it was stopped. */
import { askFields, type Rule, readFields, responseFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { PersonName } from '../../../ui/PersonName.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export function RuleUses({ rule }: { readonly rule: Rule }) {
  const { tables } = useWorkspace();
  const sayDay = useSayDay();
  const asks = useTable('asks').map((record) => readFields(askFields, record));
  const said = useTable('responses')
    .map((record) => readFields(responseFields, record))
    .filter(({ about }) => about === rule.id);
  const uses = asks.filter(
    ({ id, rule: by }) => by === rule.id || said.some(({ ask }) => ask === id),
  );
  return (
    <section className="stack">
      <h2>
        <Trans>Each time it was used</Trans>
      </h2>
      {uses.length === 0 ? (
        <p className="quiet">
          <Trans>Not yet.</Trans>
        </p>
      ) : (
        <Rows label={t`Each time it was used`}>
          {uses.map((ask) => (
            <Row key={ask.id}>
              <p>
                <TextLink to={`/asks/${ask.id}`}>
                  <OwnWords>{ask.from}</OwnWords>
                </TextLink>
                {ask.rule === rule.id && ask.answeredOn && ` · ${sayDay(ask.answeredOn)}`}
              </p>
              {said
                .filter((each) => each.ask === ask.id)
                .map(({ id, response, on }) => {
                  const by = tables.writtenBy('responses', id, 'response')?.member;
                  const person = by ? <PersonName of={by} /> : null;
                  const day = on ? sayDay(on) : '';
                  return (
                    <p key={id} className="quiet">
                      {response === 'stops' ? (
                        <Trans>
                          Stopped by: {person}, {day}
                        </Trans>
                      ) : (
                        <Trans>
                          Approved by: {person}, {day}
                        </Trans>
                      )}
                    </p>
                  );
                })}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
