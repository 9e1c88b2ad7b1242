import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

interface FieldFrame {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with what was typed, in words; the field keeps it. */
  readonly error?: string | undefined;
}

const control =
  'block w-full rounded-md border border-line-strong bg-raised px-3 py-2 min-h-11 text-ink aria-[invalid=true]:border-bad aria-[invalid=true]:border-2';

/** The id of a field's control, so that an error summary can link to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

function described({ name, hint, error }: FieldFrame) {
  const ids = [hint ? `${fieldId(name)}-hint` : '', error ? `${fieldId(name)}-error` : ''].filter(Boolean).join(' ');
  return { id: fieldId(name), name, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

function Frame({ frame, children }: { readonly frame: FieldFrame; readonly children: ReactNode }) {
  const { name, label, hint, error } = frame;
  return (
    <div className="mb-5">
      <label htmlFor={fieldId(name)} className="mb-1 block font-semibold">{label}</label>
      {hint && <p id={`${fieldId(name)}-hint`} className="mb-1 text-sm text-soft">{hint}</p>}
      {error && <p id={`${fieldId(name)}-error`} className="mb-1 font-semibold text-bad">{error}</p>}
      {children}
    </div>
  );
}

export function TextField({ label, hint, error, name, ...rest }: FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  const frame = { name, label, hint, error };
  return <Frame frame={frame}><input type="text" className={control} {...described(frame)} {...rest} /></Frame>;
}

export function TextArea({ label, hint, error, name, ...rest }: FieldFrame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  const frame = { name, label, hint, error };
  return <Frame frame={frame}><textarea rows={4} className={control} {...described(frame)} {...rest} /></Frame>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function SelectField({ label, hint, error, name, choices, ...rest }: FieldFrame & { readonly choices: readonly Choice[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>) {
  const frame = { name, label, hint, error };
  return (
    <Frame frame={frame}>
      <select className={control} {...described(frame)} {...rest}>
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </select>
    </Frame>
  );
}

const tick = 'mt-1 size-5 shrink-0 accent-accent';

type TickProps = Omit<FieldFrame, 'hint' | 'error'> & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type'>;

export function CheckboxField({ label, name, ...rest }: TickProps) {
  return <label className="flex min-h-11 items-start gap-3 py-2"><input type="checkbox" name={name} className={tick} {...rest} /><span>{label}</span></label>;
}

export function RadioField({ label, name, ...rest }: TickProps) {
  return <label className="flex min-h-11 items-start gap-3 py-2"><input type="radio" name={name} className={tick} {...rest} /><span>{label}</span></label>;
}

/** Fields that belong together under one question. */
export function FieldGroup({ legend, hint, error, children }: { readonly legend: ReactNode; readonly hint?: ReactNode; readonly error?: string | undefined; readonly children: ReactNode }) {
  return (
    <fieldset className="mb-5">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint && <p className="mb-1 text-sm text-soft">{hint}</p>}
      {error && <p className="mb-1 font-semibold text-bad">{error}</p>}
      {children}
    </fieldset>
  );
}
