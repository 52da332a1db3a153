/** The few fields of this page. They are the browser's own: nothing here is worth the weight of more. */
import { publicLine, publicText } from '@alongside/practice';
import { type ReactNode, useId } from 'react';

export function Line({
  name,
  label,
  hint,
  wrong,
  type,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly wrong?: ReactNode;
  readonly type?: 'date';
}) {
  const id = useId();
  const said = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        name={name}
        type={type}
        maxLength={publicLine}
        autoComplete="off"
        dir={type ? undefined : 'auto'}
        aria-describedby={said || undefined}
        aria-invalid={wrong ? true : undefined}
      />
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

export function Text({ name, label }: { readonly name: string; readonly label: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea id={id} name={name} maxLength={publicText} rows={3} dir="auto" />
    </div>
  );
}

export function Choose({
  name,
  label,
  options,
  wrong,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly options: readonly { readonly id: string; readonly words: ReactNode }[];
  readonly wrong?: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={wrong ? id : undefined}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input type="radio" name={name} value={option.id} />
          <span>{option.words}</span>
        </label>
      ))}
      {wrong && (
        <p className="wrong" id={id} role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

/** One thing that is said, left out where nothing is. */
export function Said({ name, words }: { readonly name: ReactNode; readonly words: string }) {
  if (words === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{words}</dd>
    </div>
  );
}
