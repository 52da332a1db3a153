/** Messages that were set aside as threats, for the people named for each: whole, with their time, for counsel. */
import { putBack, readFields, type SetAside, setAsideFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { coreTeamWrote } from '../../../ui/core-team-wrote.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { dayAt, today, useSayDay, zoneOfDays } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useDelete } from '../../../ui/useDelete.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { type Language, languages } from '../../../words/languages.ts';
import { writePutBack } from './write-set-aside.ts';

export default function SetAsidePage() {
  const messages = useTable('setAside')
    .map((record) => readFields(setAsideFields, record))
    .reverse();
  return (
    <Page
      above={
        <TextLink to="/asks">
          <Trans>Asks</Trans>
        </TextLink>
      }
      title={
        <Plural
          value={messages.length}
          _0="Nothing is set aside that you can read."
          one="One message is set aside for counsel."
          other="# messages are set aside for counsel."
        />
      }
    >
      <p>
        <Trans>
          Do not answer them. Give them to a lawyer, or to whoever looks after your safety, as they
          are.
        </Trans>
      </p>
      <Rows>
        {messages.map((one) => (
          <Row key={one.id}>
            <Message one={one} />
          </Row>
        ))}
      </Rows>
    </Page>
  );
}

function Message({ one }: { readonly one: SetAside }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const deleteIt = useDelete();
  const sayDay = useSayDay();
  const sayTime = useSayTime();
  const came = one.cameAt === null ? '' : sayTime(one.cameAt);
  const on = one.setAsideOn && sayDay(one.setAsideOn);
  const by = workspace.tables.writtenBy('setAside', one.id, 'message')?.member;
  const nameOf = useNames();
  const who = <bdi>{(by && nameOf(by)) || t`Someone without a name`}</bdi>;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${came}\n\n${one.message}`);
      offerUndo(t`Copied, with its time.`);
    } catch {
      offerUndo(t`The browser did not copy it. Mark the words and copy them by hand.`);
    }
  };
  const cameOn = one.cameAt === null ? today() : dayAt(one.cameAt);
  const now = useTogether()?.now;
  const fields = one.whole === '' ? ['ask', 'message'] : ['ask', 'message', 'whole'];
  // What somebody else planted would be written to the core team in the name of whoever puts it back.
  const isOurs = now && coreTeamWrote(now, workspace.tables, 'setAside', one.id, fields);
  const changes = isOurs === false ? [] : putBack(one, cameOn, workspace.tables.get);
  const back = () =>
    offerUndo(t`It is an ask again, as it was.`, writePutBack(workspace, one.id, changes));
  return (
    <>
      <h2 className="ask-name">
        <OwnWords>{one.from}</OwnWords>
      </h2>
      {came !== '' && (
        <p>
          <Trans>It was taken in on {came}; it may have been sent before.</Trans>
        </p>
      )}
      <p className="quiet">
        {on && (
          <Trans>
            {who} set it aside on {on}.
          </Trans>
        )}
      </p>
      <Named record={one.id} />
      <Disclosure summary={<Trans>The message, as it came</Trans>}>
        <p className="ask-message" {...ownWords(one.message)}>
          {one.message}
        </p>
      </Disclosure>
      <div className="row">
        <Button onPress={() => void copy()}>
          <Trans>Copy it with its time</Trans>
        </Button>
        {changes.length > 0 && (
          <Button kind="quiet" onPress={back}>
            <Trans>It is no threat: back among the asks</Trans>
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() =>
            deleteIt('setAside', one.id, t`The message is deleted.`, '/asks/set-aside')
          }
        >
          <Trans>Delete</Trans>
        </Button>
      </div>
    </>
  );
}

/** By name, since that is what somebody who sets a threat aside needs to know. */
function Named({ record }: { readonly record: string }) {
  const { tables, me } = useWorkspace();
  const circles = useTogether()?.now.circles;
  const nameOf = useNames();
  const audience = tables.audienceOf('setAside', record);
  const circle =
    audience && audience !== 'everyone'
      ? circles?.find(({ id, kind }) => id === audience.circle && kind === 'named')
      : undefined;
  const others = circle?.members.filter((member) => member !== me) ?? [];
  if (others.length === 0) return <WhoCanReadThis table="setAside" record={record} />;
  const names = (
    <bdi>{others.map((one) => nameOf(one) || t`Someone without a name`).join(' · ')}</bdi>
  );
  return (
    <p className="quiet who-can-read">
      <Trans>Who can read this: you and {names}</Trans>
    </p>
  );
}

/** A moment with its day, year, minute and time zone: as a lawyer asks for it. */
function useSayTime(): (at: number) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return (at) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'full',
      timeStyle: 'full',
      timeZone: zoneOfDays(),
    }).format(at);
}
