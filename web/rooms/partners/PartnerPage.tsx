/**
 * One partner. It opens with what they did for us, then what we did for them, in sentences with their
 * days. Nothing is counted.
 */
import { type Between, type BetweenUs, parts } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useSayDay } from '../../ui/days.ts';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDelete } from '../../ui/useDelete.ts';
import { useKeptWords } from '../../ui/useKeptWords.ts';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useParam } from '../../ui/where.ts';
import { useRecord, useWorkspace } from '../../ui/workspace.tsx';
import { contactWords, partWords } from './partner-words.ts';
import { usePartner, writePartner } from './usePartner.ts';
import { WereInTouch } from './WereInTouch.tsx';
import './Partners.css';

export default function PartnerPage() {
  const id = useParam('partner');
  const found = usePartner(id);
  if (!found) {
    return (
      <Page title={<Trans>This partner is not here any more.</Trans>}>
        <p>
          <TextLink to="/partners">
            <Trans>See all partners</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const { partner, between } = found;
  return (
    <Page
      title={<OwnWords>{partner.name}</OwnWords>}
      readers={<WhoCanReadThis table="partners" record={id} />}
      aside={<AboutPartner key={id} id={id} />}
    >
      {partner.movement && <p {...ownWords(partner.movement)}>{partner.movement}</p>}
      <Passed title={<Trans>What they did for us</Trans>} passed={between.fromThem}>
        <Trans>Nothing written down yet.</Trans>
      </Passed>
      <Passed title={<Trans>What we did for them</Trans>} passed={between.fromUs}>
        <Trans>Nothing written down yet.</Trans>
      </Passed>
      <Passed title={<Trans>Together</Trans>} passed={between.together}>
        <Trans>Nothing written down yet.</Trans>
      </Passed>
      <LastHonest between={between} />
      <WereInTouch partner={id} />
      <FromStory source={partner.from} />
    </Page>
  );
}

function Passed({
  title,
  passed,
  children,
}: {
  readonly title: ReactNode;
  readonly passed: readonly Between[];
  readonly children: ReactNode;
}) {
  return (
    <>
      <h2>{title}</h2>
      {passed.length === 0 ? (
        <p className="quiet">{children}</p>
      ) : (
        <ul className="passed">
          {passed.map((each) => (
            <li key={each.type === 'asked' ? each.ask.id : each.contact.id}>
              <PassedLine each={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PassedLine({ each }: { readonly each: Between }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const on = each.on && sayDay(each.on);
  if (each.type === 'contact') {
    return (
      <>
        {each.contact.kind && _(contactWords[each.contact.kind])}
        {on && ` · ${on}`}
      </>
    );
  }
  const what = <OwnWords>{each.ask.what}</OwnWords>;
  const page = `/asks/${each.ask.id}`;
  return (
    <>
      <TextLink to={page}>
        {each.ask.answer === null ? (
          <Trans>They ask: {what}</Trans>
        ) : each.ask.answer === 'yes' || each.ask.answer === 'in-part' ? (
          <Trans>They asked, and we said yes: {what}</Trans>
        ) : (
          <Trans>They asked, and we could not: {what}</Trans>
        )}
      </TextLink>
      {on && ` · ${on}`}
    </>
  );
}

function LastHonest({ between }: { readonly between: BetweenUs }) {
  const sayDay = useSayDay();
  const last = between.together.find(
    (each) => each.type === 'contact' && each.contact.kind === 'honest-conversation',
  );
  const on = last?.on && sayDay(last.on);
  return (
    <p>
      {on ? (
        <Trans>Last honest conversation: {on}.</Trans>
      ) : (
        <Trans>Last honest conversation: not yet.</Trans>
      )}
    </p>
  );
}

/** The line of the story that names them. */
function FromStory({
  source,
}: {
  readonly source: { readonly story: string; readonly piece: string; readonly line: number } | null;
}) {
  const story = useRecord('stories', source?.story ?? '');
  if (!source || !story) return null;
  const title = <OwnWords>{typeof story.title === 'string' ? story.title : ''}</OwnWords>;
  return (
    <p className="quiet">
      <TextLink to={lineAddress(source)}>
        {story.title ? (
          <Trans>
            Named in the story {title}, line {source.line}
          </Trans>
        ) : (
          <Trans>Named in a story, line {source.line}</Trans>
        )}
      </TextLink>
    </p>
  );
}

function AboutPartner({ id }: { readonly id: string }) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const deleteIt = useDelete();
  const partner = usePartner(id)?.partner;
  const name = useKeptWords(partner?.name ?? '', (words) => {
    if (words.trim() !== '') writePartner(workspace, id, { name: words });
  });
  const movement = useKeptWords(partner?.movement ?? '', (words) =>
    writePartner(workspace, id, { movement: words }),
  );
  return (
    <Disclosure summary={<Trans>About them</Trans>}>
      <TextField
        label={<Trans>The organization, as it names itself</Trans>}
        maxLength={300}
        {...name}
      />
      <TextField label={<Trans>The movement work it does</Trans>} maxLength={300} {...movement} />
      <RadioGroup
        label={<Trans>Their part in our campaign</Trans>}
        value={partner?.part ?? 'none'}
        onChange={(chosen) =>
          writePartner(workspace, id, { part: parts.find((part) => part === chosen) ?? null })
        }
      >
        <Radio value="none">
          <Trans>none, or not said</Trans>
        </Radio>
        {parts.map((part) => (
          <Radio key={part} value={part}>
            {_(partWords[part])}
          </Radio>
        ))}
      </RadioGroup>
      <div className="row">
        <Button
          kind="quiet"
          onPress={() => deleteIt('partners', id, t`The partner is deleted.`, '/partners')}
        >
          <Trans>Delete</Trans>
        </Button>
      </div>
    </Disclosure>
  );
}
