/**
 * Our public page for asks: who we are in a sentence or two, its link and code, paused in one tap, renewed
 * for another year, ended.
 */
import type { PublicPage as Kept } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { type Asking, useAsking } from '../../../ui/useAsking.ts';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { NotOurLink } from '../NotOurLink.tsx';
import { makeLink } from './make-link.ts';
import { PageLink, PrintedPage } from './PageLink.tsx';
import { PageWords } from './PageWords.tsx';
import { endPage, endPages, sayPage, whosePages } from './say-page.ts';

export default function PublicPage() {
  const { coreTeam } = useWorkspace();
  const workspace = useWorkspace() as KeptWorkspace;
  const here = useTogether();
  useTable('publicPages');
  const asking = useAsking();
  const readers = <WhoCanRead audience={coreTeam} />;
  if (!here || here.now.server.type === 'NoServer') {
    return (
      <Page
        title={<Trans>A public page for asks needs a server first.</Trans>}
        action={<PutOnServer as="filled" />}
      >
        <p>
          <Explained />
        </p>
      </Page>
    );
  }
  const { ours: links, others } = whosePages(workspace);
  const page = links.at(-1);
  const toEnd = others.map((other) => (
    <NotOurLink key={other.id} until={other.until} end={() => endPage(workspace, other)} />
  ));
  if (!page) {
    return <NewPage workspace={workspace} asking={asking} readers={readers} toEnd={toEnd} />;
  }
  return (
    <OpenPage
      workspace={workspace}
      asking={asking}
      readers={readers}
      page={page}
      earlier={links.slice(0, -1)}
      toEnd={toEnd}
    />
  );
}

function Explained() {
  return (
    <Trans>
      Whoever has its link can ask us for support, with nothing installed and without an account.
      What they write is sealed on their device to the core team. It comes in marked unverified,
      until somebody here has checked who sent it.
    </Trans>
  );
}

interface Parts {
  readonly workspace: KeptWorkspace;
  readonly asking: Asking;
  readonly readers: ReactNode;
  /** Links that are not ours. */
  readonly toEnd: ReactNode;
}

function NewPage({ workspace, asking, readers, toEnd }: Parts) {
  return (
    <Page
      title={<Trans>We have no public page for asks.</Trans>}
      readers={readers}
      action={
        <Button kind="filled" type="submit" form="public-page" isDisabled={asking.working}>
          <Trans>Make the page</Trans>
        </Button>
      }
    >
      {toEnd}
      <p>
        <Explained />
      </p>
      <PageWords
        onDone={(words) => void asking.run(() => makeLink(workspace, { ...words, pausedOn: null }))}
      />
      <Refused refusal={asking.refusal} />
    </Page>
  );
}

function OpenPage({
  workspace,
  asking,
  readers,
  page,
  earlier,
  toEnd,
}: Parts & { readonly page: Kept; readonly earlier: readonly Kept[] }) {
  const say = useUndo();
  const sayDay = useSayDay();
  const isPaused = page.pausedOn !== null;
  const until = page.until && sayDay(page.until);
  const set = (values: Parameters<typeof sayPage>[1], said: string) =>
    void asking.run(() => sayPage(workspace, values)).then((done) => done && say(said));
  const pause = () =>
    isPaused
      ? set({ pausedOn: null }, t`It takes asks again.`)
      : set({ pausedOn: today() }, t`Paused. Whoever opens it is told so.`);
  const end = () =>
    void asking.run(() => endPages(workspace)).then((done) => done && say(t`The page is over.`));
  const { us, about, instead, pausedOn } = page;
  const renew = () =>
    void asking
      .run(() => makeLink(workspace, { us, about, instead, pausedOn }))
      .then((done) => done && say(t`There is a new link, for a year.`));
  return (
    <Page
      title={
        isPaused ? (
          <Trans>Our public page is paused.</Trans>
        ) : (
          <Trans>Our public page takes asks.</Trans>
        )
      }
      readers={readers}
    >
      <div className="stack screen-only">
        {toEnd}
        <p>
          <OwnWords>{us}</OwnWords>
        </p>
        {about !== '' && <p {...ownWords(about)}>{about}</p>}
        <PageLink page={page}>
          <Button isDisabled={asking.working} onPress={pause}>
            {isPaused ? <Trans>Take asks again</Trans> : <Trans>Pause it</Trans>}
          </Button>
        </PageLink>
        <Refused refusal={asking.refusal} />
        <p className="quiet">{until && <Trans>This link works until {until}.</Trans>}</p>
        {earlier.map(({ id, until: last }) => (
          <EarlierLink key={id} last={last && sayDay(last)} />
        ))}
        <Disclosure summary={<Trans>Its words</Trans>}>
          <PageWords
            page={page}
            onDone={(words) => set(words, t`The page says it so from now on.`)}
          />
          <Button type="submit" form="public-page" isDisabled={asking.working}>
            <Trans>Use these words</Trans>
          </Button>
        </Disclosure>
        <Disclosure summary={<Trans>Renew it, or end it</Trans>}>
          <p>
            <Trans>
              Renewing gives a new link and code for a year; the present one works until its own
              day. Ending makes every link say that it is over.
            </Trans>
          </p>
          <div className="row">
            <Button isDisabled={asking.working} onPress={renew}>
              <Trans>Renew for a year</Trans>
            </Button>
            <Button kind="quiet" isDisabled={asking.working} onPress={end}>
              <Trans>End the page</Trans>
            </Button>
          </div>
        </Disclosure>
      </div>
      <PrintedPage page={page} />
    </Page>
  );
}

function EarlierLink({ last }: { readonly last: string | null }) {
  return (
    <p className="quiet">
      {last && <Trans>An earlier link leads to the same page until {last}.</Trans>}
    </p>
  );
}
