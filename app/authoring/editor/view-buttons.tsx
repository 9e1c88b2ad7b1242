interface ViewButtonsProps {
  readonly editLabel: string;
  readonly onEdit: () => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

const small = 'min-h-9 rounded border border-line-strong bg-raised px-3 py-1 text-sm font-semibold';

/** What can be done with a block that is not text: always visible, so that no hover and no dragging is needed. */
export function ViewButtons({ editLabel, onEdit, removeLabel, onRemove }: ViewButtonsProps) {
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <button type="button" className={`${small} text-accent`} onClick={onEdit}>{editLabel}</button>
      <button type="button" className={`${small} text-bad`} onClick={onRemove}>{removeLabel}</button>
    </div>
  );
}
