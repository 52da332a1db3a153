/**
 * Dates to keep in mind: the organization's own short list, empty at first, linked to nobody. A date is
 * typed, or picked from days of many traditions, which stand in one list in the alphabet of the reader.
 */
import {
  type DateToKeep,
  daysAfter,
  givesThen,
  keptDates,
  setFields,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today } from '../../../ui/days.ts';
import { useDates } from '../../../ui/giving.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { givesWords } from '../amount-words.ts';
import { DateName, useSayDate } from './DateName.tsx';
import { PickDate } from './PickDate.tsx';
import { TypeDate } from './TypeDate.tsx';
import '../Giving.css';

/** How far ahead the next time of a date is looked for: every calendar here comes round within it. */
const aYearAhead = 400;

export default function Dates() {
  const { coreTeam } = useWorkspace();
  const dates = useDates();
  const next = useMemo(() => keptDates(dates, today(), daysAfter(today(), aYearAhead)), [dates]);
  const whenOf = (id: string) => next.find((one) => one.id === id);
  const sorted = [...dates].sort((a, b) => {
    const [x, y] = [whenOf(a.id)?.from ?? '9999', whenOf(b.id)?.from ?? '9999'];
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  });
  return (
    <Page
      title={<Trans>Dates that we keep in mind.</Trans>}
      readers={<WhoCanRead audience={coreTeam} />}
      above={
        <TextLink to="/giving">
          <Trans>What we can give</Trans>
        </TextLink>
      }
    >
      <p>
        <Trans>
          A short list of the organization. It says nothing about anyone: do not add a date for one
          person; they write days away for themselves, with no reason.
        </Trans>
      </p>
      {sorted.length > 0 ? (
        <Rows label={t`Dates to keep in mind`}>
          {sorted.map((date) => (
            <Row key={date.id}>
              <KeptLine date={date} when={whenOf(date.id)} />
            </Row>
          ))}
        </Rows>
      ) : (
        <p className="quiet">
          <Trans>Nothing is on the list.</Trans>
        </p>
      )}
      <PickDate kept={dates} />
      <TypeDate />
    </Page>
  );
}

function KeptLine({
  date,
  when,
}: {
  readonly date: DateToKeep;
  readonly when: ReturnType<typeof keptDates>[number] | undefined;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDate = useSayDate();
  const { _ } = useLingui();
  const remove = () => {
    const changes = setFields('datesToKeep', date.id, { deleted: true });
    const back = undoOf(
      [{ table: 'datesToKeep', record: date.id, field: 'deleted', value: true }],
      workspace.tables.get,
    );
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`The date is off the list.`, () => workspace.commit(back, workspace.coreTeam));
  };
  return (
    <>
      <h2 className="giving-date">
        <DateName date={date} />
      </h2>
      <p>
        {when ? sayDate(when) : <Trans>over</Trans>}
        {date.gives !== 'as-usual' && ` · ${_(givesWords[date.gives])}`}
      </p>
      <Disclosure summary={<Trans>Change</Trans>}>
        <RadioGroup
          label={<Trans>What holds in that week</Trans>}
          value={date.gives}
          onChange={(chosen) => {
            const gives = givesThen.find((one) => one === chosen) ?? 'as-usual';
            workspace.commit(setFields('datesToKeep', date.id, { gives }), workspace.coreTeam);
          }}
        >
          {givesThen.map((one) => (
            <Radio key={one} value={one}>
              {_(givesWords[one])}
            </Radio>
          ))}
        </RadioGroup>
        <div className="row">
          <Button kind="quiet" onPress={remove}>
            <Trans>Take it off the list</Trans>
          </Button>
        </div>
      </Disclosure>
    </>
  );
}
