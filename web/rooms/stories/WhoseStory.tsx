/** *Whose story is this?*, with what follows from each answer. */
import type { Whose } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';

export function WhoseStory({
  whose,
  onChange,
}: {
  readonly whose: Whose;
  readonly onChange: (whose: Whose) => void;
}) {
  return (
    <RadioGroup
      label={<Trans>Whose story is this?</Trans>}
      value={whose}
      onChange={(value) => onChange(value as Whose)}
    >
      <Radio
        value="others"
        note={
          <Trans>
            Read it and talk about it. To pass it on, send people to where it is published.
          </Trans>
        }
      >
        <Trans>It was published by others</Trans>
      </Radio>
      <Radio
        value="ours"
        note={<Trans>Whoever tells it decides what is published, where, and until when.</Trans>}
      >
        <Trans>It is ours</Trans>
      </Radio>
      <Radio value="unsure" note={<Trans>Treated as others’ until somebody knows.</Trans>}>
        <Trans>Not sure</Trans>
      </Radio>
    </RadioGroup>
  );
}
