import { messages } from '~/authoring/messages';
import { useFormatter, useTranslator } from '~/i18n/speaking';
import { Icon, type IconName } from '~/ui/icon';
import type { SaveState } from './draft-saver';

const looks: Record<SaveState['kind'], { readonly icon: IconName; readonly colour: string }> = {
  saved: { icon: 'check', colour: 'text-good' },
  unsaved: { icon: 'clock', colour: 'text-soft' },
  saving: { icon: 'clock', colour: 'text-soft' },
  unreachable: { icon: 'warning', colour: 'text-warn' },
  'signed-out': { icon: 'warning', colour: 'text-bad' },
  refused: { icon: 'cross', colour: 'text-bad' },
  conflict: { icon: 'warning', colour: 'text-bad' },
};

const small = 'min-h-9 rounded border border-line-strong px-3 text-accent';

/** Where the writer's words are right now, always in view. */
export function SaveStatus({ state, onRetry, onOpenConflict }: { readonly state: SaveState; readonly onRetry: () => void; readonly onOpenConflict: () => void }) {
  const words = useSaveWords(state);
  const t = useTranslator(messages);
  const { icon, colour } = looks[state.kind];
  const isStuck = state.kind === 'unreachable' || state.kind === 'signed-out' || state.kind === 'refused';
  return (
    <div className={`flex flex-wrap items-center gap-2 py-2 text-sm font-semibold ${colour}`}>
      <Icon name={icon} />
      <span role="status" data-save-state={state.kind}>{words}</span>
      {state.kind === 'signed-out' && <a href="/login" target="_blank" rel="noopener">{t('save.sign-in')}</a>}
      {isStuck && <button type="button" onClick={onRetry} className={small}>{t('save.retry')}</button>}
      {state.kind === 'conflict' && <button type="button" onClick={onOpenConflict} className={small}>{t('save.open-conflict')}</button>}
    </div>
  );
}

function useSaveWords(state: SaveState): string {
  const t = useTranslator(messages);
  const { time } = useFormatter();
  switch (state.kind) {
    case 'saved':
      return state.at ? t('save.saved-at', { time: time(new Date(state.at)) }) : t('save.saved');
    case 'refused':
      return t('save.refused', { reason: state.title });
    case 'unsaved':
      return t('save.unsaved');
    case 'saving':
      return t('save.saving');
    case 'unreachable':
      return t('save.unreachable');
    case 'signed-out':
      return t('save.signed-out');
    case 'conflict':
      return t('save.conflict');
  }
}
