/**
 * Many at once: asks about one event, gathered on one page. Which ones is proposed from their days and
 * words, and chosen by hand.
 */
import {
  type Ask,
  cleanLine,
  daysAfter,
  isWaiting,
  joinedUp,
  proposeGatherings,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useUnverified } from '../../../ui/arrivals.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { today } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { QuietNotice, QuietSwitch } from '../../../ui/QuietSwitch.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useOurselves } from '../../../ui/single.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useAsks } from '../useAsk.ts';
import { useGatherings, writeGathering } from './useGathering.ts';
import './Together.css';

/** Only asks that came lately are looked through for what they have in common, and no more than this. */
const lately = 21;
const mostCompared = 200;

export default function Together() {
  const workspace = useWorkspace();
  const go = useGo();
  const asks = useAsks();
  const gatherings = useGatherings();
  const unverified = useUnverified();
  const { name: us } = useOurselves();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const alone = useMemo(() => aloneAndWaiting(asks), [asks]);
  const proposed = useMemo(
    () =>
      proposeGatherings(
        alone
          .filter(
            ({ receivedOn }) => receivedOn !== null && receivedOn >= daysAfter(today(), -lately),
          )
          .slice(0, mostCompared),
        us,
      ),
    [alone, us],
  );
  const isNameMissing = cleanLine(name) === '';
  const gather = () => {
    setTried(true);
    if (chosen.size === 0 || isNameMissing) return;
    go(`/asks/together/${writeGathering(workspace, name, [...chosen])}`);
  };
  return (
    <Page
      title={<Trans>Many ask at once about one event.</Trans>}
      readers={<WhoCanRead audience={workspace.coreTeam} />}
      action={
        alone.length > 0 && (
          <Button kind="filled" onPress={gather}>
            <Trans>Gather them</Trans>
          </Button>
        )
      }
    >
      <QuietNotice />
      {gatherings.length > 0 && (
        <Rows label={t`Gathered`}>
          {gatherings.map((gathering) => (
            <Row key={gathering.id}>
              <TextLink to={`/asks/together/${gathering.id}`}>
                <OwnWords>{gathering.name}</OwnWords>
              </TextLink>
            </Row>
          ))}
        </Rows>
      )}
      {proposed.map((group) => (
        <Notice
          key={group.map(({ id }) => id).join()}
          actions={
            <Button onPress={() => setChosen(new Set(group.map(({ id }) => id)))}>
              <Trans>Tick these</Trans>
            </Button>
          }
        >
          <p>
            <Plural
              value={group.length}
              one="# ask seems to be about one event:"
              other="# asks seem to be about one event:"
            />
          </p>
          <ul>
            {group.map(({ id, from }) => (
              <li key={id}>
                <OwnWords>{from}</OwnWords>
              </li>
            ))}
          </ul>
        </Notice>
      ))}
      {alone.length === 0 ? (
        <p>
          <Trans>No ask waits by itself. When many come at once, gather them here.</Trans>
        </p>
      ) : (
        <>
          <TextField
            label={<Trans>What happened, in a line</Trans>}
            value={name}
            onChange={setName}
            maxLength={300}
            {...(tried &&
              isNameMissing && { wrong: <Trans>Write what they are all about.</Trans> })}
          />
          <fieldset className="gather">
            <legend className="label">
              <Trans>Which asks are about it?</Trans>
            </legend>
            {alone.map(({ id, from, what }) => (
              <Checkbox
                key={id}
                isSelected={chosen.has(id)}
                onChange={(isIn) => setChosen(toggled(chosen, id, isIn))}
                note={
                  <>
                    <OwnWords>{what}</OwnWords>
                    {unverified(id) && (
                      <>
                        {' · '}
                        <Trans>unverified</Trans>
                      </>
                    )}
                  </>
                }
              >
                <OwnWords>{from}</OwnWords>
              </Checkbox>
            ))}
            {tried && chosen.size === 0 && (
              <p className="wrong" role="alert">
                <Trans>Tick the asks that belong together.</Trans>
              </p>
            )}
          </fieldset>
        </>
      )}
      <QuietSwitch />
    </Page>
  );
}

function aloneAndWaiting(asks: readonly Ask[]): Ask[] {
  return joinedUp(asks)
    .map(({ ask }) => ask)
    .filter((ask) => isWaiting(ask) && ask.gathering === null);
}

function toggled(chosen: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
