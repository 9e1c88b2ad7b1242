import { useId, useState } from 'react';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { TextField } from '~/ui/field';
import { EmptyState } from '~/ui/surface';
import { Dialog } from './dialog';

export interface ShelfChoice {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

interface ChooseDialogProps {
  readonly title: string;
  readonly choices: readonly ShelfChoice[];
  readonly chosen?: string;
  /** Asks for the words that stand in the text, too; filled with what is selected there. */
  readonly words?: string;
  readonly onChoose: (choice: { readonly value: string; readonly words: string }) => void;
  readonly onClose: () => void;
}

/** Choosing one thing that the course has: a source, a word of the glossary, a practice question. */
export function ChooseDialog({ title, choices, chosen = '', words: given, onChoose, onClose }: ChooseDialogProps) {
  const t = useTranslator(messages);
  const [value, setValue] = useState(chosen);
  const [search, setSearch] = useState('');
  const [words, setWords] = useState(given ?? '');
  const [problem, setProblem] = useState<string>();
  const found = choices.filter((choice) => matches(choice, search));
  const label = choices.find((choice) => choice.value === value)?.label ?? '';
  const submit = () => {
    if (!value) return setProblem(t('choose.none-chosen'));
    onChoose({ value, words: words.trim() || label });
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={submit}>
      {choices.length === 0 && <EmptyState title={t('choose.empty')} />}
      {choices.length > 6 && <TextField name="search" type="search" label={t('choose.search')} value={search} onChange={(event) => setSearch(event.target.value)} />}
      {problem && <p role="alert" className="mb-2 font-semibold text-bad">{problem}</p>}
      <ChoiceList title={title} choices={found} value={value} onChange={setValue} />
      {given !== undefined && (
        <TextField name="words" label={t('choose.words')} hint={t('choose.words-hint')} value={words} placeholder={label} onChange={(event) => setWords(event.target.value)} />
      )}
    </Dialog>
  );
}

interface ChoiceListProps {
  readonly title: string;
  readonly choices: readonly ShelfChoice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ChoiceList({ title, choices, value, onChange }: ChoiceListProps) {
  const name = useId();
  return (
    <fieldset className="mb-4 max-h-80 overflow-y-auto rounded-md border border-line p-2">
      <legend className="sr-only">{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="flex items-start gap-3 rounded p-2 has-checked:bg-accent-soft">
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} className="mt-1 size-5 shrink-0 accent-accent" />
          <span className="min-w-0"><span className="block">{choice.label}</span><span className="block text-sm text-soft">{choice.detail}</span></span>
        </label>
      ))}
    </fieldset>
  );
}

function matches({ label, detail }: ShelfChoice, search: string): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(`${label} ${detail}`).includes(plain(search.trim()));
}
