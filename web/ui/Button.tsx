/**
 * A button. One `filled` a page at most: what most people came for. `plain` for the others, `quiet`
 * for words in a row ("Put off · Hand on"), `grave` for what cannot be undone. Words, never only a sign.
 */
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';
import './Button.css';

export type ButtonKind = 'filled' | 'plain' | 'quiet' | 'grave';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style'> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly kind?: ButtonKind;
  /** As wide as its place, on phones. */
  readonly wide?: boolean;
}

export function Button({ kind = 'plain', wide = false, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className="button" data-kind={kind} data-wide={wide || undefined} />
  );
}
