/**
 * What we know, one sentence under each question, each with how we know it. Never a total, never a
 * recommendation; nothing known is said as such.
 */
import type { Ask, Between } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { contactWords } from '../../../ui/contact-words.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { LineLink } from '../../../ui/LineLink.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { Unverified, UnverifiedAnswer } from '../../../ui/Unverified.tsx';
import { answerWords } from '../ask-words.ts';
import type { Know } from './know.ts';
import './WhatWeKnow.css';

/** Under the second: what passed between us, what they did for us first. */
export function BetweenUsKnown({ know, ask }: { readonly know: Know | null; readonly ask: Ask }) {
  const sayDay = useSayDay();
  if (!know) return null;
  const { between, partner } = know;
  if (!between) {
    return (
      <Known
        title={<Trans>Between us</Trans>}
        sentence={
          <Trans>We have nothing written about them yet. Ask someone who knows them.</Trans>
        }
      />
    );
  }
  const since = between.knownSince && sayDay(between.knownSince);
  const honest = between.lastHonest && sayDay(between.lastHonest);
  const from = <OwnWords>{ask.from}</OwnWords>;
  return (
    <Known
      title={<Trans>Between us</Trans>}
      sentence={
        between.fromThem ? (
          <Passed each={between.fromThem} />
        ) : between.fromUs ? (
          <Passed each={between.fromUs} />
        ) : (
          <Trans>Nothing that either did for the other is written down.</Trans>
        )
      }
      how={
        <>
          {between.fromThem && between.fromUs && (
            <p>
              <Passed each={between.fromUs} />
            </p>
          )}
          {since && (
            <p>
              <Trans>Written down since {since}.</Trans>
            </p>
          )}
          <p>
            {honest ? (
              <Trans>Last honest conversation: {honest}.</Trans>
            ) : (
              <Trans>Last honest conversation: not yet.</Trans>
            )}
          </p>
          {partner && (
            <p>
              <TextLink to={`/partners/${partner}`}>
                <Trans>All that passed with {from}</Trans>
              </TextLink>
            </p>
          )}
        </>
      }
    />
  );
}

/** Under the third: why it is ours, and the last times. */
export function WhyOursKnown({ know }: { readonly know: Know | null }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  if (!know) return null;
  const { why, lastTimes } = know;
  return (
    <Known
      title={<Trans>Why is this ours?</Trans>}
      sentence={
        why?.type === 'tie' ? (
          <OwnWords>{why.tie.why}</OwnWords>
        ) : why ? (
          <Trans>It came to us with a story.</Trans>
        ) : (
          <Trans>Nobody has written down why this is ours.</Trans>
        )
      }
      how={
        why || lastTimes.length > 0 ? (
          <>
            {why?.type === 'tie' && why.tie.source && <LineLink from={why.tie.source} />}
            {why?.type === 'story' && <LineLink from={why.source} />}
            {lastTimes.length > 0 && (
              <>
                <p>
                  <Trans>The last times:</Trans>
                </p>
                <ul>
                  {lastTimes.map((time) => (
                    <li key={time.id}>
                      <TextLink to={`/asks/${time.id}`}>
                        <OwnWords>{time.what}</OwnWords>
                      </TextLink>
                      {' · '}
                      {time.answer && _(answerWords[time.answer])}
                      {time.answeredOn && ` · ${sayDay(time.answeredOn)}`}
                      <Unverified ask={time.id} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        ) : undefined
      }
    />
  );
}

function Passed({ each }: { readonly each: Between }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const on = each.on ? ` · ${sayDay(each.on)}` : '';
  const promised = <OwnWords>{each.type === 'promised' ? each.promise.what : ''}</OwnWords>;
  const asked = <OwnWords>{'ask' in each ? each.ask.what : ''}</OwnWords>;
  switch (each.type) {
    case 'contact':
      return (
        <>
          {each.contact.kind && _(contactWords[each.contact.kind])}
          {on}
        </>
      );
    case 'talked':
      return (
        <>
          {_(contactWords['honest-conversation'])}
          {on}
        </>
      );
    case 'promised':
      return (
        <>
          <Trans>We promised them: {promised}</Trans>
          {on}
        </>
      );
    case 'asked':
      return (
        <>
          <Trans>They asked us: {asked}</Trans>
          {each.ask.answer && ` · ${_(answerWords[each.ask.answer])}`}
          {on}
          <Unverified ask={each.ask.id} />
        </>
      );
    case 'we-asked':
      return (
        <>
          <Trans>We asked them: {asked}</Trans>
          {on}
          {each.ask.partner === null && <UnverifiedAnswer />}
        </>
      );
  }
}

export function Known({
  title,
  sentence,
  how,
}: {
  readonly title: ReactNode;
  readonly sentence: ReactNode;
  readonly how?: ReactNode;
}) {
  return (
    <div className="known stack">
      <p>
        <strong>{title}</strong>{' '}
        <span {...(typeof sentence === 'string' && ownWords(sentence))}>{sentence}</span>
      </p>
      {how && <Disclosure summary={<Trans>How we know</Trans>}>{how}</Disclosure>}
    </div>
  );
}
