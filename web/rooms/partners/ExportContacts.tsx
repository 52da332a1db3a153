/** Contacts and dates to keep, as files for other programs. */
import { askFields, conversationFields, type Day, promiseFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useStands } from '../../ui/partners.ts';
import { saveFile } from '../../ui/save-file.ts';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useRead, useWorkspace } from '../../ui/workspace.tsx';
import { usePeople } from './people/usePeople.ts';
import './Partners.css';

export default function ExportContacts() {
  const { coreTeam } = useWorkspace();
  const contacts = useContactsOut();
  const dates = useDates();
  const save = async (kind: 'vcf' | 'csv' | 'ics') => {
    const press = await import('@alongside/press/contacts');
    const text =
      kind === 'vcf'
        ? press.writeVcards(contacts)
        : kind === 'csv'
          ? press.writeCsv(contacts)
          : press.writeCalendar(dates, Date.now());
    const type = { vcf: 'text/vcard', csv: 'text/csv', ics: 'text/calendar' }[kind];
    saveFile(`alongside-${today()}.${kind}`, [text], `${type};charset=utf-8`);
  };
  const [people, days] = [contacts.length, dates.length];
  return (
    <Page
      title={<Trans>Take contacts and dates along.</Trans>}
      readers={<WhoCanRead audience={coreTeam} />}
    >
      <Notice kind="care">
        <p>
          <Trans>
            A file that is saved is outside: whoever has it can read it. Nothing here can take it
            back.
          </Trans>
        </p>
      </Notice>
      <h2>
        <Trans>People</Trans>
      </h2>
      <p>
        <Trans>
          Name, organization, role, and one way to reach them: {people} in all. In the table a cell
          that a spreadsheet would take for a formula is marked as words.
        </Trans>
      </p>
      <div className="row">
        <Button isDisabled={people === 0} onPress={() => void save('vcf')}>
          <Trans>Save as vCard</Trans>
        </Button>
        <Button isDisabled={people === 0} onPress={() => void save('csv')}>
          <Trans>Save as CSV</Trans>
        </Button>
      </div>
      <h2>
        <Trans>Dates to keep</Trans>
      </h2>
      <p>
        <Trans>
          From today on: days by which partners need to hear from us, days that asks and promises
          are for, and when we talk next, as far as you can read it: {days} in all.
        </Trans>
      </p>
      <div className="row">
        <Button isDisabled={days === 0} onPress={() => void save('ics')}>
          <Trans>Save as iCalendar</Trans>
        </Button>
      </div>
    </Page>
  );
}

/** One a role; people without one stand once. */
function useContactsOut() {
  const people = usePeople();
  const { all, stands } = useStands();
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return people.flatMap(({ person: { name, reach }, roles }) => {
    const places = roles.length > 0 ? roles : [{ partner: null, role: '' }];
    return places.map(({ partner, role }) => ({
      name,
      organization: names.get(stands.get(partner ?? '') ?? '') ?? '',
      role,
      reach,
    }));
  });
}

function useDates() {
  const asks = useRead('asks', askFields);
  const promises = useRead('promises', promiseFields);
  const conversations = useRead('conversations', conversationFields);
  const { all, stands } = useStands();
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const from = today();
  const date = (id: string, on: Day | null, title: string) =>
    on !== null && on >= from ? [{ id, on, title }] : [];
  return [
    ...asks.flatMap((ask) => [
      ...(ask.answer === null
        ? date(`${ask.id}-by`, ask.holdingUntil ?? ask.by, t`${ask.from}: answer by today`)
        : []),
      ...date(`${ask.id}-on`, ask.on, `${ask.from}: ${ask.what}`),
    ]),
    ...promises.flatMap(({ id, by, what, state }) =>
      state === 'open' ? date(id, by, t`We promise: ${what}`) : [],
    ),
    ...conversations.flatMap(({ id, nextOn, partner }) =>
      date(id, nextOn, t`Talk with ${names.get(stands.get(partner ?? '') ?? '') ?? ''}`),
    ),
  ];
}
