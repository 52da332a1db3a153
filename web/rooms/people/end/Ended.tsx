/** After a removal: whom to warn, the lawyer's number, and the promises that somebody else must carry now. */
import { promiseFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useRecord, useTable } from '../../../ui/workspace.tsx';
import { Name } from '../Name.tsx';

/** Sixteen zero bytes: the one record of a table that has only one. */
const only = 'A'.repeat(22);

export function Ended({ members }: { readonly members: readonly string[] }) {
  const lawyer = useRecord('emergency', only)?.lawyer;
  const carried = useTable('promises')
    .map((record) => readFields(promiseFields, record))
    .filter(
      ({ state, carriedBy }) =>
        state === 'open' && carriedBy !== null && members.includes(carriedBy),
    );
  return (
    <Page
      title={<Trans>It is done. They read nothing that is written from now on.</Trans>}
      action={
        <LinkButton to="/people" kind="filled">
          <Trans>People here</Trans>
        </LinkButton>
      }
    >
      <Notice kind="care">
        <p>
          <Trans>
            If a phone was taken: warn those who were named in it, by another way than that phone.
            Those asked to stand somewhere soon come first.
          </Trans>
        </p>
        {typeof lawyer === 'string' && lawyer !== '' && (
          <p>
            <Trans>
              The lawyer’s number: <bdi dir="ltr">{lawyer}</bdi>
            </Trans>
          </p>
        )}
      </Notice>
      <h2>
        <Trans>What they carried</Trans>
      </h2>
      {carried.length === 0 ? (
        <p>
          <Trans>No open promise stood in their name.</Trans>
        </p>
      ) : (
        <Rows label={t`What they carried`}>
          {carried.map((promise) => (
            <Row key={promise.id}>
              <p dir="auto">{promise.what}</p>
              <p className="quiet">{promise.carriedBy && <Name of={promise.carriedBy} />}</p>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}
