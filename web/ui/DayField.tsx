/** A day, typed or picked with the device's own calendar, as `2026-11-24`. Empty is an empty string. */
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import type { FieldWords } from './TextField.tsx';
import './Field.css';

export interface DayFieldProps extends FieldWords {
  readonly value?: string;
  readonly onChange?: (day: string) => void;
  readonly onBlur?: () => void;
  readonly min?: string;
  readonly max?: string;
  readonly isRequired?: boolean;
}

export function DayField({ label, hint, wrong, min, max, ...rest }: DayFieldProps) {
  return (
    <TextField
      {...rest}
      type="date"
      className="field day-field"
      isInvalid={wrong !== undefined}
      autoComplete="off"
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Input {...(min && { min })} {...(max && { max })} />
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  );
}
