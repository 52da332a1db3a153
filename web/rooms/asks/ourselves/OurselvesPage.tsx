/** What we are for and what we can offer, written once; and the long views, one page a partner or issue. */
import { issueFields, longViewFields, partnerFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useByName } from '../../../ui/by-name.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useOurselves, writeOurselves } from '../../../ui/single.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export default function OurselvesPage() {
  const workspace = useWorkspace();
  const ourselves = useOurselves();
  const name = useKeptWords(ourselves.name, (words) => writeOurselves(workspace, { name: words }));
  const purpose = useKeptWords(ourselves.purpose, (words) =>
    writeOurselves(workspace, { purpose: words }),
  );
  const offer = useKeptWords(ourselves.offer, (words) =>
    writeOurselves(workspace, { offer: words }),
  );
  return (
    <Page
      title={<Trans>What we are for, and what we can offer.</Trans>}
      readers={<WhoCanRead audience="everyone" />}
    >
      <p>
        <Trans>
          Written once. It stands beside the first question when you weigh an ask, and a reply can
          say it.
        </Trans>
      </p>
      <TextField
        label={<Trans>Our name, as it stands under a reply</Trans>}
        maxLength={300}
        {...name}
      />
      <TextArea
        label={<Trans>What we are for</Trans>}
        hint={<Trans>Our larger mission and where we want to be in some years. Half a page.</Trans>}
        rows={6}
        {...purpose}
      />
      <TextArea
        label={<Trans>What we can offer</Trans>}
        hint={<Trans>A hall, lawyers, languages, people who know how to do something.</Trans>}
        rows={4}
        {...offer}
      />
      <NotHere />
      <LongViews />
    </Page>
  );
}

function LongViews() {
  const byName = useByName();
  const partners = useTable('partners').map((record) => readFields(partnerFields, record));
  const issues = useTable('issues')
    .map((record) => readFields(issueFields, record))
    .filter(({ kind }) => kind === 'issue');
  const written = new Set(
    useTable('longViews')
      .map((record) => readFields(longViewFields, record))
      .filter(({ text }) => text.trim() !== '')
      .map(({ id }) => id),
  );
  const all = [
    ...partners.map(({ id, name }) => ({ id, name, about: 'partner' })),
    ...issues.map(({ id, name }) => ({ id, name, about: 'issue' })),
  ].sort(byName);
  return (
    <section className="stack">
      <h2>
        <Trans>The long view</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          One living page on a partner or an issue: how we mean to stay with them. Weighing an ask
          opens it and asks whether it is still true.
        </Trans>
      </p>
      {all.length > 0 && (
        <Rows label={t`The long view`}>
          {all.map(({ id, name, about }) => (
            <Row key={id}>
              <TextLink to={`/long-view/${id}?about=${about}`}>
                <OwnWords>{name}</OwnWords>
              </TextLink>
              {!written.has(id) && (
                <span className="quiet">
                  {' · '}
                  <Trans>not written yet</Trans>
                </span>
              )}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
