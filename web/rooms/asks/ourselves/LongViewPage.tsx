/** The long view on one partner or issue: a living page. */
import { issueFields, partnerFields, readFields } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { useLongView } from '../../../ui/long-view.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { WhoCanRead, WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';

export default function LongViewPage() {
  const id = useParam('of');
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const partner = useRecord('partners', id);
  const issue = useRecord('issues', id);
  const record = useRecord('longViews', id);
  const { text, since, sayStillTrue } = useLongView({ id, about: partner ? 'partner' : 'issue' });
  const named = partner
    ? readFields(partnerFields, partner).name
    : issue && readFields(issueFields, issue).name;
  if (named === undefined) {
    return (
      <Page title={<Trans>This page is about something that is not here any more.</Trans>}>
        <p>
          <TextLink to="/what-we-are-for">
            <Trans>See all long views</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const name = <OwnWords>{named}</OwnWords>;
  const day = since && sayDay(since);
  return (
    <Page
      title={<Trans>How we mean to stay with {name}.</Trans>}
      readers={
        record ? (
          <WhoCanReadThis table="longViews" record={id} />
        ) : (
          <WhoCanRead audience={workspace.coreTeam} />
        )
      }
    >
      <TextArea
        label={<Trans>The long view</Trans>}
        hint={<Trans>Where we want to stand in a few years, and what we will not do.</Trans>}
        rows={8}
        {...text}
      />
      {day && (
        <>
          <p className="quiet">
            <Trans>Last true on {day}.</Trans>
          </p>
          {since !== today() && (
            <div className="row">
              <Button onPress={sayStillTrue}>
                <Trans>Still true</Trans>
              </Button>
            </div>
          )}
        </>
      )}
      {partner && (
        <p>
          <TextLink to={`/partners/${id}`}>
            <Trans>The partner’s page</Trans>
          </TextLink>
        </p>
      )}
    </Page>
  );
}
