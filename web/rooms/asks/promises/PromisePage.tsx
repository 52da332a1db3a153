/** One promise, where it is reached from Today or from search; it leads to its ask. */
import { promiseFields, readFields } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord } from '../../../ui/workspace.tsx';
import { useAsk } from '../useAsk.ts';
import { PromiseLine } from './PromiseLine.tsx';

export default function PromisePage() {
  const id = useParam('promise');
  const record = useRecord('promises', id);
  const promise = record && readFields(promiseFields, record);
  const { ask } = useAsk(promise?.ask ?? '');
  if (!promise) {
    return (
      <Page title={<Trans>This promise is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks?tab=promised">
            <Trans>See all promises</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const to = <OwnWords>{ask?.from || promise.to}</OwnWords>;
  return (
    <Page
      title={
        ask?.from || promise.to ? (
          <Trans>What we promised {to}.</Trans>
        ) : (
          <Trans>What we promised.</Trans>
        )
      }
      readers={<WhoCanReadThis table="promises" record={id} />}
    >
      <PromiseLine promise={promise} />
      {ask && (
        <p>
          <TextLink to={`/asks/${ask.id}?part=after`}>
            <Trans>The ask it comes from</Trans>
          </TextLink>
        </p>
      )}
    </Page>
  );
}
