/** The twelve weeks as rows: the picture, what is to be said in words, and under it the same as a table. */
import type { RowAfter, WeekRow } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { useShortDay } from '../../../ui/useShortDay.ts';
import { DateName, useSayDate } from '../dates/DateName.tsx';
import { Bar, cellsIn, Sample } from './Bar.tsx';
import './Weeks.css';

type Row = WeekRow | RowAfter;

/** Fewer cells than these would make them larger than a finger. */
const cellsAtLeast = 20;

export function WeekList({ rows }: { readonly rows: readonly Row[] }) {
  const shortDay = useShortDay();
  const cells = Math.max(
    cellsAtLeast,
    ...rows.map((row) => Math.max(cellsIn(row, addedIn(row)), row.own + (row.offered ?? 0))),
  );
  return (
    <>
      <Legend rows={rows} />
      <ul className="weeks" aria-label={t`Twelve weeks`}>
        {rows.map((row) => (
          <li key={row.week.from}>
            <span className="week-day">{shortDay(row.week.from)}</span>
            <Bar row={row} cells={cells} />
            <span className="week-words">
              <InWords row={row} />
            </span>
          </li>
        ))}
      </ul>
      <Disclosure summary={<Trans>The same as a table</Trans>}>
        <WeekTable rows={rows} />
      </Disclosure>
    </>
  );
}

const addedIn = (row: Row) => ('added' in row ? row.added : 0);

/** What a reader of the picture would say of this week; the figures are in the table. */
function InWords({ row }: { readonly row: Row }) {
  const sayDate = useSayDate();
  const over = sayHalfDays(row.over);
  return (
    <>
      {row.over > 0 && (
        <strong className="week-over">
          <Trans>{over} over</Trans>
        </strong>
      )}
      {row.short && (
        <span>
          <Trans>short week</Trans>
        </span>
      )}
      {row.dates.map((date) => (
        <span key={`${date.id} ${date.from}`} className="quiet">
          <DateName date={date} /> {sayDate(date)}
        </span>
      ))}
    </>
  );
}

function Legend({ rows }: { readonly rows: readonly Row[] }) {
  const hasMaybe = rows.some(({ maybe }) => maybe > 0);
  const hasAdded = rows.some((row) => addedIn(row) > 0);
  return (
    <p className="week-legend">
      <span>
        <Sample kind="own" /> <Trans>our own work</Trans>
      </span>
      <span>
        <Sample kind="sure" /> <Trans>with others</Trans>
      </span>
      {hasMaybe && (
        <span>
          <Sample kind="maybe" /> <Trans>with others, maybe</Trans>
        </span>
      )}
      {hasAdded && (
        <span>
          <Sample kind="added" /> <Trans>this ask</Trans>
        </span>
      )}
      <span>
        <Sample kind="free" /> <Trans>kept free for others</Trans>
      </span>
      <span>
        <span className="week-end" aria-hidden="true" /> <Trans>all we have</Trans>
      </span>
    </p>
  );
}

function WeekTable({ rows }: { readonly rows: readonly Row[] }) {
  const shortDay = useShortDay();
  const hasAdded = rows.some((row) => addedIn(row) > 0);
  return (
    <div className="week-table">
      <table>
        <caption>
          <Trans>Days in each week</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Week of</Trans>
            </th>
            <th scope="col">
              <Trans>Our own work</Trans>
            </th>
            <th scope="col">
              <Trans>With others</Trans>
            </th>
            {hasAdded && (
              <th scope="col">
                <Trans>This ask</Trans>
              </th>
            )}
            <th scope="col">
              <Trans>Kept free</Trans>
            </th>
            <th scope="col">
              <Trans>Over</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.week.from}>
              <th scope="row">{shortDay(row.week.from)}</th>
              <td>{sayHalfDays(row.own)}</td>
              <td>
                {sayHalfDays(row.sure + row.maybe)}
                {row.maybe > 0 && ` (${t`maybe ${sayHalfDays(row.maybe)}`})`}
              </td>
              {hasAdded && <td>{sayHalfDays(addedIn(row))}</td>}
              <td>{row.free === null ? t`not known` : sayHalfDays(row.free)}</td>
              <td>{row.over > 0 ? sayHalfDays(row.over) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
