import { useId, useState } from 'react';
import type { ShelfFigure } from '~/authoring/core/shelf';
import { messages } from '~/authoring/messages';
import type { FigureAttributes } from '~/content/rich-text/nodes/figure';
import { useTranslator } from '~/i18n/speaking';
import { TextArea, TextField } from '~/ui/field';
import { EmptyState } from '~/ui/surface';
import { Dialog } from './dialog';
import { useShelf } from './shelf-context';

interface FigureDialogProps {
  readonly current?: FigureAttributes;
  readonly onChoose: (attributes: FigureAttributes) => void;
  readonly onClose: () => void;
}

/** Choosing a figure of the course, and saying what it shows: without those words it is not inserted. */
export function FigureDialog({ current, onChoose, onClose }: FigureDialogProps) {
  const t = useTranslator(messages);
  const { figures } = useShelf();
  const [code, setCode] = useState(current?.mediaCode ?? '');
  const [alt, setAlt] = useState(current?.alt ?? '');
  const [caption, setCaption] = useState(current?.caption ?? '');
  const [problems, setProblems] = useState<{ figure?: string; alt?: string }>({});
  const choose = (figure: ShelfFigure) => {
    // The figure's own words are the first proposal; what a writer has typed stays.
    if (alt === '' || figures.some((other) => other.code === code && other.alt === alt)) setAlt(figure.alt);
    setCode(figure.code);
  };
  const submit = () => {
    const found = {
      ...(code === '' && { figure: t('choose.none-chosen') }),
      ...(alt.trim() === '' && { alt: t('figure.alt-missing') }),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) onChoose({ mediaCode: code, alt: alt.trim(), caption: caption.trim() });
  };
  return (
    <Dialog title={t('figure.dialog')} onClose={onClose} onSubmit={submit} submitLabel={current ? t('dialog.change') : t('dialog.insert')}>
      {problems.figure && <p role="alert" className="mb-2 font-semibold text-bad">{problems.figure}</p>}
      <FigureList figures={figures} code={code} onChoose={choose} />
      <TextArea name="alt" rows={3} maxLength={1000} label={t('figure.alt')} hint={t('figure.alt-hint')} error={problems.alt} value={alt} onChange={(event) => setAlt(event.target.value)} />
      <TextField name="caption" maxLength={1000} label={t('figure.caption')} hint={t('figure.caption-hint')} value={caption} onChange={(event) => setCaption(event.target.value)} />
    </Dialog>
  );
}

interface FigureListProps {
  readonly figures: readonly ShelfFigure[];
  readonly code: string;
  readonly onChoose: (figure: ShelfFigure) => void;
}

function FigureList({ figures, code, onChoose }: FigureListProps) {
  const t = useTranslator(messages);
  const name = useId();
  if (figures.length === 0) return <EmptyState title={t('choose.empty')} />;
  return (
    <fieldset className="mb-4 grid max-h-96 gap-2 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2">
      <legend className="sr-only">{t('figure.dialog')}</legend>
      {figures.map((figure) => (
        <label key={figure.code} className="flex items-start gap-3 rounded border border-line p-2 has-checked:border-accent has-checked:bg-accent-soft">
          <input type="radio" name={name} checked={figure.code === code} onChange={() => onChoose(figure)} className="mt-1 size-5 shrink-0 accent-accent" />
          <span className="min-w-0 flex-1">
            <img src={figure.address} width={figure.width} height={figure.height} alt="" className="mb-1 h-32 w-full rounded bg-raised object-contain" />
            <span className="block text-sm">{figure.alt}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
