/** The one time zone and the one weekend by which everyone here counts days. */
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useByName } from '../../ui/by-name.ts';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Select.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { type Language, languages } from '../../words/languages.ts';
import { useSpace, type Weekend, weekends, writeSpace } from '../house-records.ts';

/** Weekday numbers of each weekend, Monday 1. */
const days: Readonly<Record<Weekend, readonly number[]>> = {
  'sat-sun': [6, 7],
  'fri-sat': [5, 6],
  sun: [7],
  fri: [5],
};

export function SpaceSettings() {
  const { i18n } = useLingui();
  const workspace = useWorkspace();
  const space = useSpace();
  const byName = useByName();
  const { locale } = languages[i18n.locale as Language];
  const zones = useMemo(
    () =>
      [...new Set([space.timeZone, ...Intl.supportedValuesOf('timeZone')])]
        .map((id) => ({ id, name: zoneName(id, locale) }))
        .sort(byName),
    [space.timeZone, locale, byName],
  );
  const dayNames = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const nameOf = (day: number) => dayNames.format(Date.UTC(2024, 0, day));
  return (
    <section className="stack">
      <h2>
        <Trans>Days and hours of this workspace</Trans>
      </h2>
      <WhoCanRead audience="everyone" />
      <Select
        label={<Trans>Time zone</Trans>}
        options={zones}
        value={space.timeZone}
        onChange={(timeZone) => writeSpace(workspace, { timeZone })}
      />
      <RadioGroup
        label={<Trans>Weekend</Trans>}
        value={space.weekend}
        onChange={(chosen) => {
          const weekend = weekends.find((one) => one === chosen);
          if (weekend) writeSpace(workspace, { weekend });
        }}
      >
        {weekends.map((weekend) => (
          <Radio key={weekend} value={weekend}>
            {list.format(days[weekend].map(nameOf))}
          </Radio>
        ))}
      </RadioGroup>
    </section>
  );
}

/**
 * A time zone in letters that the reader reads: its city as the standard names it, or, where the
 * language has other letters, as the browser says it in that language.
 */
function zoneName(id: string, locale: string): string {
  if (new Intl.Locale(locale).maximize().script === 'Latn') return id.replaceAll('_', ' ');
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: id,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? id;
}
