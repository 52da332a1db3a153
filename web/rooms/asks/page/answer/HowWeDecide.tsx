/** How much deciding an ask takes: its size, which anyone can make hard; and, for one ask, another way. */
import { type AskSize, askSizes } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Radio, RadioGroup } from '../../../../ui/Choices.tsx';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { OwnWords } from '../../../../ui/OwnWords.tsx';
import { sizeNotes, sizeWords } from '../../ask-words.ts';
import { useSizeRefusals } from '../../useSize.ts';
import type { Given } from '../given.ts';
import type { Way } from './usual-way.ts';

export function HowWeDecide({ ask, change, size, people }: Given) {
  const { _ } = useLingui();
  const refusalOf = useSizeRefusals(ask, size);
  const name = _(sizeWords[size]);
  const refused = askSizes.flatMap((each) => refusalOf(each) ?? []);
  const madeHard = refused.find((each) => each.type === 'MadeHard');
  const noRule = refused.some(({ type }) => type === 'NoRule');
  const choose = (chosen: string) => {
    const wanted = askSizes.find((each) => each === chosen);
    if (wanted && refusalOf(wanted) === null) change({ size: wanted });
  };
  return (
    <Disclosure summary={<Trans>How we decide this: {name}</Trans>}>
      <RadioGroup
        label={<Trans>How much deciding does it take?</Trans>}
        value={size}
        onChange={choose}
      >
        {askSizes
          .filter((each: AskSize) => refusalOf(each) === null)
          .map((each) => (
            <Radio key={each} value={each} note={_(sizeNotes[each])}>
              {_(sizeWords[each])}
            </Radio>
          ))}
      </RadioGroup>
      {madeHard ? (
        <p className="quiet">
          <MadeHard by={people.nameOf(madeHard.by)} />
        </p>
      ) : (
        noRule && (
          <p className="quiet">
            <Trans>Nothing about this ask is agreed beforehand.</Trans>
          </p>
        )
      )}
    </Disclosure>
  );
}

function MadeHard({ by }: { readonly by: string }) {
  const person = <OwnWords>{by}</OwnWords>;
  return <Trans>{person} wants the three questions answered first, and can take that back.</Trans>;
}

export function WayChoice({
  way,
  onChoose,
}: {
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
}) {
  return (
    <Disclosure summary={<Trans>Decide another way</Trans>}>
      <RadioGroup
        label={<Trans>This time we decide</Trans>}
        value={way}
        onChange={(chosen) => onChoose(chosen as Way)}
      >
        <Radio value="together">
          <Trans>together, in one conversation</Trans>
        </Radio>
        <Radio value="second">
          <Trans>by two: one proposes, another agrees</Trans>
        </Radio>
        <Radio value="consent">
          <Trans>by consent: it holds when nobody objects by a day</Trans>
        </Radio>
      </RadioGroup>
    </Disclosure>
  );
}
