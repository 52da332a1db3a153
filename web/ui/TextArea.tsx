/** Several lines of text; grows with what is typed. */

import { type Ref, useEffect, useRef } from 'react';
import {
  TextArea as AriaTextArea,
  FieldError,
  Label,
  Text,
  TextField,
} from 'react-aria-components';
import { ownWords } from './OwnWords.tsx';
import type { FieldWords } from './TextField.tsx';
import './Field.css';

export interface TextAreaProps extends FieldWords {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  /** Lines shown before it grows; 3 unless told. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
  readonly placeholder?: string;
  /** The language of what is typed, where it is known; else its letters tell it. */
  readonly lang?: string;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, wrong, rows = 3, areaRef, placeholder, lang, ...rest } = props;
  const { value = '' } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.style.setProperty('--rows', String(rows)), [rows]);
  return (
    <TextField
      {...rest}
      ref={place}
      className="field"
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
      <AriaTextArea
        spellCheck="false"
        {...(areaRef && { ref: areaRef })}
        {...(placeholder !== undefined && { placeholder })}
        {...ownWords(value, lang)}
        rows={rows}
      />
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  );
}
