/** The plans there are for talking about a story. */
import { planTimes } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { useSayDay } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlanName, usePlans } from '../../ui/plans.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';

export default function DiscussionsPage() {
  const sayDay = useSayDay();
  const plans = usePlans();
  if (plans.length === 0) {
    return (
      <EmptyPage
        title={<Trans>An hour is enough to talk about a story.</Trans>}
        readers={<WhoCanRead audience="everyone" />}
        action={
          <LinkButton to="/stories" kind="filled">
            <Trans>Choose a story</Trans>
          </LinkButton>
        }
        example={
          <Trans>
            Fourteen people in the library’s back room: hopes, ten quiet minutes with the story, six
            questions, one thing each will do.
          </Trans>
        }
      >
        <p>
          <Trans>
            Open a story and choose “Talk about it”. The plan is made from it, and you can change
            every part.
          </Trans>
        </p>
      </EmptyPage>
    );
  }
  return (
    <Page
      title={
        <Plural
          value={plans.length}
          one="One evening is planned."
          other="# evenings are planned."
        />
      }
      readers={<WhoCanRead audience="everyone" />}
    >
      <Rows>
        {plans.map((plan) => {
          const { minutes } = planTimes(plan.parts);
          return (
            <Row key={plan.id}>
              <p>
                <TextLink to={`/discussions/${plan.id}`}>
                  <PlanName plan={plan} />
                </TextLink>
              </p>
              <p className="quiet">
                {plan.on && `${sayDay(plan.on)} · `}
                <Plural value={minutes} one="# minute" other="# minutes" />
              </p>
            </Row>
          );
        })}
      </Rows>
    </Page>
  );
}
