import type { BlockChange, LessonDifference, WordChange } from '~/authoring/core/lesson-difference';
import { messages } from '~/authoring/messages';
import { useTranslator } from '~/i18n/speaking';
import { BlockLabel } from './block-label';

/** What changed from one text to another: every block that changed, and one unchanged block on either side for bearings. */
export function DifferenceView({ difference, lang }: { readonly difference: LessonDifference; readonly lang: string }) {
  const t = useTranslator(messages);
  const { title, summary, blocks, added, removed, changed } = difference;
  const isSame = added + removed + changed === 0 && [...title, ...summary].every((run) => run.change === 'kept');
  if (isSame) return <p className="rounded-md border border-line bg-raised p-4">{t('difference.none')}</p>;
  return (
    <div>
      <p className="mb-3 text-soft">{t('difference.count', { added, removed, changed })}</p>
      <ol lang={lang} className="rounded-md border border-line bg-raised">
        <TextChange label={t('draft.title')} words={title} />
        <TextChange label={t('draft.summary')} words={summary} />
        {withBearings(blocks).map((entry, index) =>
          typeof entry === 'number'
            ? <li key={index} className="border-b border-line px-4 py-1 text-sm text-soft last:border-b-0">{t('difference.unchanged', { count: entry })}</li>
            : <BlockRow key={index} entry={entry} />,
        )}
      </ol>
    </div>
  );
}

function TextChange({ label, words }: { readonly label: string; readonly words: readonly WordChange[] }) {
  if (words.every((run) => run.change === 'kept')) return null;
  return <li className="border-b border-line p-4 last:border-b-0"><p className="text-sm font-semibold text-soft">{label}</p><p><Words words={words} /></p></li>;
}

const marks = { kept: '', added: 'border-s-4 border-s-good bg-good-soft', removed: 'border-s-4 border-s-bad bg-bad-soft', changed: 'border-s-4 border-s-warn' } as const;

function BlockRow({ entry }: { readonly entry: BlockChange }) {
  const t = useTranslator(messages);
  return (
    <li className={`border-b border-line p-4 last:border-b-0 ${marks[entry.change]}`}>
      <p className="text-sm text-soft">
        {entry.change !== 'kept' && <strong className="me-2">{t(`difference.${entry.change}`)}</strong>}
        <BlockLabel block={entry.block} />
      </p>
      <p className="whitespace-pre-wrap">{entry.change === 'changed' ? <Words words={entry.words} /> : <Whole entry={entry} />}</p>
    </li>
  );
}

function Whole({ entry }: { readonly entry: Exclude<BlockChange, { change: 'changed' }> }) {
  const text = entry.block.text || '∅';
  if (entry.change === 'added') return <ins className="no-underline">{text}</ins>;
  return entry.change === 'removed' ? <del>{text}</del> : text;
}

/** Marked by underline and strike-through, told to screen readers by the elements: never by colour alone. */
function Words({ words }: { readonly words: readonly WordChange[] }) {
  return words.map((run, index) => {
    if (run.change === 'added') return <ins key={index} className="rounded bg-good-soft px-0.5 text-good decoration-2">{run.text}</ins>;
    return run.change === 'removed' ? <del key={index} className="rounded bg-bad-soft px-0.5 text-bad">{run.text}</del> : <span key={index}>{run.text}</span>;
  });
}

/** Long unchanged stretches become their number of blocks. */
function withBearings(blocks: readonly BlockChange[]): (BlockChange | number)[] {
  const isNear = (index: number) => [index - 1, index, index + 1].some((near) => blocks[near] !== undefined && blocks[near].change !== 'kept');
  const shown: (BlockChange | number)[] = [];
  blocks.forEach((block, index) => {
    const last = shown.at(-1);
    if (isNear(index)) shown.push(block);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  });
  return shown;
}
