/**
 * Choosing one (`RadioGroup` with `Radio`) or several (`Checkbox`, alone or in a `CheckboxGroup`).
 * The whole line is the target. `layout="steps"` lays the radios out as the steps between two ends.
 */

import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  Label,
  Text,
} from 'react-aria-components';
import './Field.css';
import './Choices.css';

interface GroupWords {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly wrong?: ReactNode;
  readonly children: ReactNode;
}

export interface RadioGroupProps extends GroupWords {
  readonly value?: string | null;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  /** `steps`: side by side on a line where there is room, as between "very unlikely" and "very likely". */
  readonly layout?: 'list' | 'steps';
  readonly isRequired?: boolean;
}

export function RadioGroup({ layout = 'list', ...props }: RadioGroupProps) {
  const { label, hint, wrong, children, ...rest } = props;
  return (
    <AriaRadioGroup {...rest} className="choices" isInvalid={wrong !== undefined}>
      <Label className="label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="choices-list" data-layout={layout}>
        {children}
      </div>
      {wrong !== undefined && (
        <Text slot="errorMessage" className="wrong">
          {wrong}
        </Text>
      )}
    </AriaRadioGroup>
  );
}

export function Radio({
  value,
  children,
  note,
}: {
  readonly value: string;
  readonly children: ReactNode;
  /** A second line in quiet ink. */
  readonly note?: ReactNode;
}) {
  return (
    <AriaRadio value={value} className="choice">
      <span className="mark" data-shape="round" aria-hidden="true" />
      <Said note={note}>{children}</Said>
    </AriaRadio>
  );
}

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  readonly isSelected?: boolean;
  readonly defaultSelected?: boolean;
  readonly onChange?: (selected: boolean) => void;
  /** Its name inside a `CheckboxGroup`. */
  readonly value?: string;
}

export function Checkbox({ children, note, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="choice">
      <span className="mark" data-shape="square" aria-hidden="true" />
      <Said note={note}>{children}</Said>
    </AriaCheckbox>
  );
}

export interface CheckboxGroupProps extends GroupWords {
  readonly value?: readonly string[];
  readonly defaultValue?: readonly string[];
  readonly onChange?: (value: string[]) => void;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, hint, wrong, children, value, defaultValue, onChange } = props;
  return (
    <AriaCheckboxGroup
      className="choices"
      isInvalid={wrong !== undefined}
      {...(value && { value: [...value] })}
      {...(defaultValue && { defaultValue: [...defaultValue] })}
      {...(onChange && { onChange })}
    >
      <Label className="label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="choices-list">{children}</div>
      {wrong !== undefined && (
        <Text slot="errorMessage" className="wrong">
          {wrong}
        </Text>
      )}
    </AriaCheckboxGroup>
  );
}

function Said({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) {
  return (
    <span className="choice-words">
      {children}
      {note !== undefined && <span className="choice-note">{note}</span>}
    </span>
  );
}
