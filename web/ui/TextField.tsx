/**
 * One line of text. The label stands above; `hint` says what helps; `wrong` is the sentence shown
 * when the value cannot be used. What is typed is never remembered by the browser.
 */

import type { ReactNode, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';
import { ownWords } from './OwnWords.tsx';
import './Field.css';

export interface FieldWords {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly wrong?: ReactNode;
}

export interface TextFieldProps extends FieldWords {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'search' | 'date';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | 'url';
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
  readonly placeholder?: string;
  /** The language of what is typed, where it is known; else its letters tell it. */
  readonly lang?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, wrong, inputRef, placeholder, lang, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
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
      <Input
        spellCheck="false"
        {...(inputRef && { ref: inputRef })}
        {...(placeholder !== undefined && { placeholder })}
        {...(props.type !== 'tel' && props.type !== 'date' && ownWords(props.value ?? '', lang))}
      />
      <FieldError className="wrong">{wrong}</FieldError>
    </AriaTextField>
  );
}
