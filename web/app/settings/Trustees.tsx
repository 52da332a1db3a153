/**
 * Two people I trust, or three: any two of them together let me back in when every device is gone, and
 * open what only I could read. One alone can do nothing. Choosing asks for the six words.
 */
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { useNames, useTogether } from '../../ui/together.ts';
import { refusalWords } from '../../ui/together-refusals.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { typedWords } from '../keeping/SixWords.tsx';
import { refusalSentence } from '../refusal-sentences.tsx';
import { KeptOnly } from './KeptOnly.tsx';
import { WordsAgain } from './WordsAgain.tsx';

export default function Trustees() {
  return <KeptOnly>{() => <OfMine />}</KeptOnly>;
}

type Refused = Exclude<
  Awaited<ReturnType<NonNullable<ReturnType<typeof useTogether>>['together']['nameTrustees']>>,
  undefined
>;

function OfMine() {
  const here = useTogether();
  const nameOf = useNames();
  const say = useUndo();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [six, setSix] = useState('');
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  if (!here) return null;
  const { together, now } = here;
  const others = now.people.filter(
    ({ id, active, role }) => active && role !== 'guest' && id !== now.me,
  );
  if (now.server.type === 'NoServer' || others.length < 2) return <NeedsTwo />;

  const mine = now.people.find(({ id }) => id === now.me);
  const trusted = [
    ...new Set(mine?.devices.filter((one) => one.active).flatMap(({ trustees }) => trustees)),
  ].filter((id) => id !== now.me);
  const name = async (trustees: readonly string[], said: string) => {
    setWorking(true);
    setRefusal(undefined);
    const refused = await together.nameTrustees(trustees, six);
    setWorking(false);
    setRefusal(refused);
    if (refused) return;
    setSix('');
    setChosen(new Set());
    say(said);
  };
  const isEnough = chosen.size === 2 || chosen.size === 3;
  return (
    <Page
      title={
        trusted.length > 0 ? (
          <Trans>Any two of those you trust can let you back in.</Trans>
        ) : (
          <Trans>Two people you trust can let you back in.</Trans>
        )
      }
      action={
        <>
          <Button
            kind="filled"
            isDisabled={!isEnough || working}
            onPress={() => void name([...chosen], t`They are told. Say it to them yourself too.`)}
          >
            {trusted.length > 0 ? <Trans>Trust these instead</Trans> : <Trans>Trust them</Trans>}
          </Button>
          {trusted.length > 0 && (
            <Button
              kind="grave"
              isDisabled={working}
              onPress={() => void name([], t`Nobody holds a part of your way back any more.`)}
            >
              <Trans>Trust nobody with it</Trans>
            </Button>
          )}
        </>
      }
    >
      {trusted.length > 0 && (
        <Rows label={t`Those you trust now`}>
          {trusted.map((id) => (
            <Row key={id}>
              <bdi>{nameOf(id)}</bdi>
            </Row>
          ))}
        </Rows>
      )}
      <p>
        <Trans>
          If every device of yours is gone, they compare four words with you, each on their own
          device, and you are in again, with what only you could read. One alone can do nothing with
          the part they hold. Two who turn against you together could come in as you: choose people
          who would not.
        </Trans>
      </p>
      <Rows label={t`Choose two or three`}>
        {others.map(({ id }) => (
          <Row key={id}>
            <Checkbox
              isSelected={chosen.has(id)}
              onChange={(isIn) => {
                const next = new Set(chosen);
                if (isIn) next.add(id);
                else next.delete(id);
                setChosen(next);
              }}
            >
              <bdi>{nameOf(id) || t`Someone without a name`}</bdi>
            </Checkbox>
          </Row>
        ))}
      </Rows>
      {chosen.size > 3 && (
        <p role="status">
          <Trans>Two or three, not more.</Trans>
        </p>
      )}
      <WordsAgain value={six} onChange={setSix} />
      {refusal && <Refusal refusal={refusal} six={six} />}
      <p className="quiet">
        <Trans>
          Everyone here sees whom you chose. With neither trustees nor a recovery kit you can come
          back; your private reflections cannot.
        </Trans>
      </p>
    </Page>
  );
}

function Refusal({ refusal, six }: { readonly refusal: Refused; readonly six: string }) {
  const { _ } = useLingui();
  const words = Object.entries(refusalWords).find(([type]) => type === refusal.type)?.[1];
  const sentence: ReactNode = words
    ? _(words)
    : refusalSentence(refusal as Parameters<typeof refusalSentence>[0], typedWords(six));
  return (
    <Notice kind="grave" announced>
      <p>{sentence}</p>
    </Notice>
  );
}

function NeedsTwo() {
  return (
    <Page
      title={<Trans>For this, two more people must be here.</Trans>}
      action={
        <LinkButton to="/people" kind="filled">
          <Trans>People here</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>
          Each of two people you trust then holds a part of your way back. Until then make a
          recovery kit: twelve words on paper.
        </Trans>
      </p>
    </Page>
  );
}
