/**
 * What members answered by a link, under the question of who would take part; and the link itself. As long
 * as our own envelopes are closed only their number is shown: nobody's answer leans on theirs.
 */
import {
  type Ask,
  answersByLink,
  closeMemberPage,
  type MemberPage,
  memberAnswerFields,
  memberPageFields,
  readFields,
  shownFrom,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import { partWords, stepWords } from '../ask-words.ts';
import { OpenedSpread, Written } from '../envelopes/OpenedSpread.tsx';
import { NotOurLink } from '../NotOurLink.tsx';
import { endLink, isOurLink } from '../our-link.ts';
import { VisitLink } from '../VisitLink.tsx';

interface Given {
  readonly ask: Ask;
  /** Whether envelopes of ours are under way and not opened. */
  readonly isClosed: boolean;
}

export function MembersByLink({ ask, isClosed }: Given) {
  const { tables } = useWorkspace();
  const now = useTogether()?.now;
  const pages = useWhere('memberPages', 'ask', ask.id);
  const records = useWhere('memberAnswers', 'ask', ask.id);
  const [page, isOurs] = useMemo(() => {
    const open = pages
      .map((record) => readFields(memberPageFields, record))
      .filter(({ until, closedOn }) => closedOn === null && until !== null && until >= today());
    const ours = open.findLast(
      ({ id }) => now !== undefined && isOurLink(now, tables, 'memberPages', id),
    );
    return [ours ?? open.at(-1), ours !== undefined];
  }, [pages, now, tables]);
  const { count, answers } = useMemo(
    () => answersByLink(records.map((record) => readFields(memberAnswerFields, record))),
    [records],
  );
  return (
    <div className="stack">
      {(page || count > 0) && (
        <p>
          <Plural
            value={count}
            _0="No member has answered by the link yet."
            one="One member answered by the link."
            other="# members answered by the link."
          />{' '}
          {count > 0 && isClosed ? (
            <Trans>What they said is shown once our envelopes are opened.</Trans>
          ) : (
            count > 0 &&
            count < shownFrom && <Trans>What they said is shown once three have.</Trans>
          )}
        </p>
      )}
      {answers && !isClosed && (
        <>
          <OpenedSpread spread={answers.takesPart} words={partWords} />
          {answers.contribution.said > 0 && (
            <Disclosure summary={<Trans>Can we make a real difference here?</Trans>}>
              <OpenedSpread spread={answers.contribution} words={stepWords} />
            </Disclosure>
          )}
          <Written lines={answers.notes} />
          {answers.atRisk.length > 0 && (
            <>
              <p>
                <Trans>Who could be put at risk:</Trans>
              </p>
              <Written lines={answers.atRisk} />
            </>
          )}
        </>
      )}
      {page ? (
        <PageLink page={page} isOurs={isOurs} />
      ) : (
        ask.answer === null && (
          <p>
            <TextLink to={`/asks/members/new?ask=${ask.id}`}>
              <Trans>Ask members by a link</Trans>
            </TextLink>
          </p>
        )
      )}
    </div>
  );
}

function PageLink({ page, isOurs }: { readonly page: MemberPage; readonly isOurs: boolean }) {
  const sayDay = useSayDay();
  const until = page.until && sayDay(page.until);
  const workspace = useWorkspace();
  const together = useTogether()?.together;
  const asking = useAsking();
  const end = async () => {
    if (!together) return undefined;
    const refusal = await endLink(together, page.secret);
    if (!refusal) workspace.commit(closeMemberPage(page.id, today()), workspace.coreTeam);
    return refusal;
  };
  if (!isOurs) return <NotOurLink until={page.until} end={end} />;
  return (
    <Disclosure summary={<Trans>The link for members</Trans>}>
      <VisitLink
        fragment={page.fragment}
        code={t`A code that opens the questions for members`}
        beside={
          <Button kind="quiet" isDisabled={asking.working} onPress={() => void asking.run(end)}>
            <Trans>Take it back</Trans>
          </Button>
        }
      >
        <Refused refusal={asking.refusal} />
        {until && (
          <p className="quiet">
            <Trans>
              Members can answer until {until}, without a name. Whoever has the link can answer,
              also more than once.
            </Trans>
          </p>
        )}
      </VisitLink>
    </Disclosure>
  );
}
