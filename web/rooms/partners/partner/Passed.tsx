/** What passed, as sentences with their days; counts stand only in the table that a person opens. */
import { type Between, type BetweenUs, recordOf } from '@alongside/practice';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { contactWords } from '../../../ui/contact-words.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Unverified, UnverifiedAnswer } from '../../../ui/Unverified.tsx';

const tableName = msg`What passed between us, as a table`;

export function Passed({
  title,
  passed,
}: {
  readonly title: ReactNode;
  readonly passed: readonly Between[];
}) {
  return (
    <>
      <h2>{title}</h2>
      {passed.length === 0 ? (
        <p className="quiet">
          <Trans>Nothing written down yet.</Trans>
        </p>
      ) : (
        <ul className="passed">
          {passed.map((each) => (
            <li key={recordOf(each)}>
              <PassedLine each={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PassedLine({ each }: { readonly each: Between }) {
  const sayDay = useSayDay();
  return (
    <>
      <Sentence each={each} />
      {each.on && ` · ${sayDay(each.on)}`}
      {each.type === 'asked' && <Unverified ask={each.ask.id} />}
      {each.type === 'we-asked' && each.ask.partner === null && <UnverifiedAnswer />}
    </>
  );
}

function Sentence({ each }: { readonly each: Between }) {
  const { _ } = useLingui();
  switch (each.type) {
    case 'contact':
      return <>{each.contact.kind && _(contactWords[each.contact.kind])}</>;
    case 'talked':
      return (
        <TextLink to={`/partners/conversations/${each.conversation.id}`}>
          {_(contactWords['honest-conversation'])}
        </TextLink>
      );
    case 'promised': {
      const what = <OwnWords>{each.promise.what}</OwnWords>;
      switch (each.promise.state) {
        case 'kept':
          return <Trans>We promised, and kept it: {what}</Trans>;
        case 'changed':
          return <Trans>We promised, and it changed: {what}</Trans>;
        case 'set-down':
          return <Trans>We promised, set it down, and told them: {what}</Trans>;
        case 'open':
          return <Trans>We promise: {what}</Trans>;
      }
      break;
    }
    case 'asked': {
      const what = <OwnWords>{each.ask.what}</OwnWords>;
      return (
        <TextLink to={`/asks/${each.ask.id}`}>
          {each.ask.answer === null ? (
            <Trans>They ask: {what}</Trans>
          ) : each.ask.answer === 'yes' ? (
            <Trans>They asked, and we said yes: {what}</Trans>
          ) : each.ask.answer === 'in-part' ? (
            <Trans>They asked, and we said yes, in part: {what}</Trans>
          ) : each.ask.answer === 'not-now' ? (
            <Trans>They asked, and we said not now: {what}</Trans>
          ) : (
            <Trans>They asked, and we could not: {what}</Trans>
          )}
        </TextLink>
      );
    }
    case 'we-asked': {
      const what = <OwnWords>{each.ask.what}</OwnWords>;
      return (
        <TextLink to={`/asks/ours/${each.ask.id}`}>
          {each.ask.answer === null ? (
            <Trans>We ask: {what}</Trans>
          ) : each.ask.answer === 'yes' ? (
            <Trans>We asked, and they said yes: {what}</Trans>
          ) : each.ask.answer === 'in-part' ? (
            <Trans>We asked, and they said yes, in part: {what}</Trans>
          ) : each.ask.answer === 'not-now' ? (
            <Trans>We asked, and they said not now: {what}</Trans>
          ) : (
            <Trans>We asked, and they could not: {what}</Trans>
          )}
        </TextLink>
      );
    }
  }
}

/** The same as rows, with how often and when first and last. */
export function AsTable({ between }: { readonly between: BetweenUs }) {
  const sayDay = useSayDay();
  const { _ } = useLingui();
  const rows = [
    { name: <Trans>What they did for us</Trans>, passed: between.fromThem },
    { name: <Trans>What we did for them</Trans>, passed: between.fromUs },
    { name: <Trans>Together</Trans>, passed: between.together },
  ].flatMap(({ name, passed }, side) => {
    const kinds = new Map<string, Between[]>();
    for (const each of passed) {
      const kind = each.type === 'contact' ? (each.contact.kind ?? '') : each.type;
      kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
    }
    return [...kinds].map(([kind, some]) => ({ key: `${side} ${kind}`, name, some }));
  });
  if (rows.length === 0) return null;
  return (
    <Disclosure summary={<Trans>See as a table</Trans>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className="table-place" tabIndex={0} aria-label={_(tableName)}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Between us</Trans>
              </th>
              <th scope="col">
                <Trans>What</Trans>
              </th>
              <th scope="col">
                <Trans>How often</Trans>
              </th>
              <th scope="col">
                <Trans>Last</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, some }) => (
              <tr key={key}>
                <td>{name}</td>
                <td>
                  <KindName each={some[0]} />
                </td>
                <td>{some.length}</td>
                <td>{some[0]?.on && sayDay(some[0].on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Disclosure>
  );
}

function KindName({ each }: { readonly each: Between | undefined }) {
  const { _ } = useLingui();
  switch (each?.type) {
    case 'asked':
      return <Trans>They asked us</Trans>;
    case 'we-asked':
      return <Trans>We asked them</Trans>;
    case 'promised':
      return <Trans>We promised them</Trans>;
    case 'talked':
      return <>{_(contactWords['honest-conversation'])}</>;
    case 'contact':
      return <>{each.contact.kind && _(contactWords[each.contact.kind])}</>;
    default:
      return null;
  }
}
