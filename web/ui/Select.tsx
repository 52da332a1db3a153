/** Choosing one of several in a list that opens. For fewer than six, prefer `RadioGroup`. */
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { OwnWords } from './OwnWords.tsx';
import type { FieldWords } from './TextField.tsx';
import './Field.css';
import './Menu.css';

interface SelectOption {
  readonly id: string;
  readonly name: string;
}

export interface SelectProps extends FieldWords {
  readonly options: readonly SelectOption[];
  readonly value?: string | null;
  readonly defaultValue?: string;
  readonly onChange?: (id: string) => void;
  readonly placeholder?: string;
}

export function Select(props: SelectProps) {
  const { label, hint, wrong, options, value, defaultValue, onChange, placeholder } = props;
  return (
    <AriaSelect
      className="field"
      isInvalid={wrong !== undefined}
      {...(value !== undefined && { value })}
      {...(defaultValue !== undefined && { defaultValue })}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(id) => id !== null && onChange?.(String(id))}
    >
      <Label className="label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      {wrong !== undefined && (
        <Text slot="errorMessage" className="wrong">
          {wrong}
        </Text>
      )}
      <Popover className="menu-place">
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="menu-item">
              <OwnWords>{option.name}</OwnWords>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
