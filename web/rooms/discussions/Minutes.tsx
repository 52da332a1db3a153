/** How many minutes a part takes: typed, or one more or less with the arrow keys and buttons. */
import { t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { Button, Group, Input, NumberField } from 'react-aria-components';

export function Minutes({
  minutes,
  label,
  onChange,
}: {
  readonly minutes: number;
  readonly label: string;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <>
      <NumberField
        className="minutes screen-only"
        aria-label={label}
        value={minutes}
        minValue={0}
        maxValue={600}
        onChange={(value) => {
          if (Number.isFinite(value) && value !== minutes) onChange(value);
        }}
      >
        <Group className="minutes-group">
          <Button slot="decrement" className="minutes-step">
            −
          </Button>
          <Input className="minutes-input" />
          <Button slot="increment" className="minutes-step">
            +
          </Button>
        </Group>
        <span aria-hidden="true">{t`min`}</span>
      </NumberField>
      <span className="print-only">
        <Plural value={minutes} one="# minute" other="# minutes" />
      </span>
    </>
  );
}
