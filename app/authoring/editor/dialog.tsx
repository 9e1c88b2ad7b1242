import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit?: () => void;
  readonly submitLabel?: string;
  /** Buttons of its own, in place of the one that submits. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog: it holds the focus, closes on Escape and gives the focus back. It stands outside the editor's text,
 * so that typing in it is no typing in the lesson.
 */
export function Dialog({ title, onClose, onSubmit, submitLabel, actions, wide = false, children }: DialogProps) {
  const t = useTranslator(messages);
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const stopKeys = (event: React.KeyboardEvent) => event.stopPropagation();
  return createPortal(
    <dialog ref={ref} aria-labelledby={titleId} className={`studio-dialog ${wide ? 'studio-dialog-wide' : ''}`} onCancel={(event) => { event.preventDefault(); onClose(); }} onKeyDown={stopKeys}>
      <form onSubmit={submit} noValidate>
        <h2 id={titleId} className="mb-4 text-xl">{title}</h2>
        {children}
        <div className="mt-5 flex flex-wrap gap-3">
          {actions ?? <Button>{submitLabel ?? t('dialog.insert')}</Button>}
          <Button type="button" kind="quiet" onClick={onClose}>{t('dialog.cancel')}</Button>
        </div>
      </form>
    </dialog>,
    document.body,
  );
}
