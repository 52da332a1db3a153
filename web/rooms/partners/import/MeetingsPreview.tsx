/** Past meetings of a calendar, by their titles: with which partner each was, or with none of ours. */
import {
  contactFields,
  type FoundMeetings,
  keepMeetings,
  meetingProposals,
} from '@alongside/practice';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePartners, useStands } from '../../../ui/partners.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useRead, useWorkspace } from '../../../ui/workspace.tsx';
import type { PreviewProps } from './PeoplePreview.tsx';
import { StaysOut } from './StaysOut.tsx';

/** Titles shown at once. */
const step = 40;

export function MeetingsPreview({
  found,
  onWrite,
  onAnother,
  readers,
}: PreviewProps & { readonly found: FoundMeetings }) {
  const { newId } = useWorkspace();
  const sayDay = useSayDay();
  const partners = usePartners();
  const titles = useTitles(found);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [shown, setShown] = useState(step);
  const partnerOf = ({ title, partner }: (typeof titles)[number]) =>
    chosen.has(title) ? (chosen.get(title) ?? null) : partner;
  const wanted = titles.flatMap((each) => {
    const partner = partnerOf(each);
    return partner === null ? [] : each.newDays(partner).map((on) => ({ partner, on }));
  });
  const count = new Set(wanted.map(({ partner, on }) => `${partner} ${on}`)).size;
  const options = [{ id: 'none', name: t`with none of our partners` }, ...partners];
  const rest = titles.length - shown;
  const { toCome } = found;
  return (
    <Page
      key="look"
      title={
        titles.length === 0 ? (
          <Trans>No past meeting was found in this calendar.</Trans>
        ) : (
          <Trans>Which of these were meetings with partners?</Trans>
        )
      }
      readers={readers}
      action={
        <>
          {titles.length > 0 && (
            <Button
              kind="filled"
              isDisabled={count === 0}
              onPress={() =>
                onWrite(wanted.length === 0 ? [] : chunks(keepMeetings(wanted, newId)))
              }
            >
              {plural(count, { one: 'Write down # meeting', other: 'Write down # meetings' })}
            </Button>
          )}
          <Button kind="quiet" onPress={onAnother}>
            <Trans>Another file</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          Written down are the partner, the day, and that we met. The titles below are shown to
          choose by, and are not kept.
        </Trans>
      </p>
      {toCome > 0 && (
        <p className="quiet">
          {plural(toCome, {
            one: '# event is still to come, and is left out.',
            other: '# events are still to come, and are left out.',
          })}
        </p>
      )}
      <StaysOut leftOut={found.leftOut} problems={found.problems} kind="event" />
      <Rows>
        {titles.slice(0, shown).map((each) => {
          const last = each.days[0] ? sayDay(each.days[0]) : '';
          const days = each.days.length;
          return (
            <Row key={each.title}>
              <p>
                <OwnWords>{each.title || t`without a title`}</OwnWords>
              </p>
              <p className="quiet">
                {days === 1 ? (
                  last
                ) : (
                  <Trans>
                    {days} days, the last one {last}
                  </Trans>
                )}
              </p>
              <Select
                label={<Trans>With whom</Trans>}
                options={options}
                value={partnerOf(each) ?? 'none'}
                onChange={(id) =>
                  setChosen(new Map(chosen).set(each.title, id === 'none' ? null : id))
                }
              />
            </Row>
          );
        })}
      </Rows>
      {rest > 0 && (
        <Button onPress={() => setShown(shown + step)}>
          {plural(rest, { one: 'Show # more', other: 'Show # more' })}
        </Button>
      )}
    </Page>
  );
}

/** Meetings by title, each with its days and the partner that it names. */
function useTitles(found: FoundMeetings) {
  const partners = usePartners();
  const contacts = useRead('contacts', contactFields);
  const { stands } = useStands();
  return useMemo(() => {
    const here = new Set(contacts.map(({ partner, on }) => `${stands.get(partner ?? '')} ${on}`));
    const titles = new Map<string, { partner: string | null; days: string[] }>();
    for (const { meeting, partner } of meetingProposals(found.meetings, partners, [])) {
      const one = titles.get(meeting.title) ?? { partner, days: [] };
      one.days.push(meeting.on);
      titles.set(meeting.title, one);
    }
    const all = [...titles].map(([title, { partner, days }]) => ({
      title,
      partner,
      days,
      /** Days on which no contact with that partner is here yet. */
      newDays: (with_: string) => days.filter((on) => !here.has(`${with_} ${on}`)),
    }));
    // Those that name a partner come first.
    return [...all.filter(({ partner }) => partner), ...all.filter(({ partner }) => !partner)];
  }, [found, partners, contacts, stands]);
}

/** One list a contact, as goes are counted. */
function chunks(changes: ReturnType<typeof keepMeetings>) {
  const lists = new Map<string, typeof changes>();
  for (const change of changes) {
    lists.set(change.record, [...(lists.get(change.record) ?? []), change]);
  }
  return [...lists.values()];
}
