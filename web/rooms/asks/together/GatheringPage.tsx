/**
 * Asks about one event on one page: those that came twice joined, a holding answer to all in one action,
 * then each reply in its language to copy, one by one; the whole of it can be handed to somebody.
 */
import {
  gatheringFields,
  isWaiting,
  joinAsk,
  joinedUp,
  proposeDuplicates,
  readFields,
  toHold,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { QuietNotice, QuietSwitch } from '../../../ui/QuietSwitch.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { LooksAfter } from '../promises/LooksAfter.tsx';
import { commitWithUndo } from '../write-decisions.ts';
import { GatheredAsk } from './GatheredAsk.tsx';
import { HoldAll } from './HoldAll.tsx';
import { useGathered } from './useGathering.ts';
import './Together.css';

export default function GatheringPage() {
  const id = useParam('gathering');
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const record = useRecord('gatherings', id);
  const asks = useGathered(id);
  if (!record) {
    return (
      <Page title={<Trans>This page is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks/together">
            <Trans>Many at once</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const gathering = readFields(gatheringFields, record);
  const groups = joinedUp(asks);
  const waiting = groups.filter(({ ask }) => isWaiting(ask)).length;
  const twice = proposeDuplicates(asks);
  const join = (pairs: typeof twice) =>
    offerUndo(
      t`Joined. Nothing of them is lost.`,
      commitWithUndo(
        workspace,
        pairs.flatMap(([stays, joins]) => joinAsk(joins.id, stays.id)),
      ),
    );
  return (
    <Page
      above={<OwnWords>{gathering.name}</OwnWords>}
      title={
        <Plural
          value={waiting}
          _0="Everyone has an answer."
          one="One organization waits for an answer."
          other="# organizations wait for an answer."
        />
      }
      readers={<WhoCanReadThis table="gatherings" record={id} />}
    >
      <QuietNotice />
      {twice.map(([stays, joins]) => (
        <Notice
          key={joins.id}
          actions={
            <Button onPress={() => join([[stays, joins]])}>
              <Trans>Join them</Trans>
            </Button>
          }
        >
          <CameTwice one={stays.from} other={joins.from} />
        </Notice>
      ))}
      {toHold(asks, today()).length > 0 && <HoldAll asks={asks} />}
      <Rows label={t`Asks`}>
        {groups.map(({ ask, also }) => (
          <Row key={ask.id}>
            <GatheredAsk ask={ask} also={also} />
          </Row>
        ))}
      </Rows>
      <section className="stack">
        <h2>
          <Trans>What we need ourselves</Trans>
        </h2>
        <p>
          <Trans>
            Written once and sent as a link: whoever gets it answers without installing anything.
          </Trans>
        </p>
        <div className="row">
          <LinkButton to={`/asks/ours/new?about=${id}`}>
            <Trans>Ask others</Trans>
          </LinkButton>
        </div>
      </section>
      <section className="stack">
        <h2>
          <Trans>Who looks after these</Trans>
        </h2>
        <LooksAfter of={id} handOn={<Trans>Hand on to a deputy</Trans>} />
      </section>
      <QuietSwitch />
    </Page>
  );
}

function CameTwice({ one, other }: { readonly one: string; readonly other: string }) {
  const first = <OwnWords>{one}</OwnWords>;
  const second = <OwnWords>{other}</OwnWords>;
  return (
    <p>
      {one === other ? (
        <Trans>{first} seems to have asked the same twice.</Trans>
      ) : (
        <Trans>
          The asks of {first} and {second} seem to be the same.
        </Trans>
      )}
    </p>
  );
}
