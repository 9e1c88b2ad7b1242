import { createContext, type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';

interface Roving {
  /** The one tool that Tab reaches. */
  readonly current: string;
  readonly setCurrent: (id: string) => void;
}

const RovingContext = createContext<Roving>({ current: '', setCurrent: () => undefined });

interface ToolbarProps {
  readonly label: string;
  /** The tool that Tab reaches first. */
  readonly first: string;
  readonly controls: string;
  readonly children: ReactNode;
}

/** A toolbar after the ARIA Authoring Practices: one stop of the Tab key, arrows between its buttons. */
export function Toolbar({ label, first, controls, children }: ToolbarProps) {
  const [current, setCurrent] = useState(first);
  const ref = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const tools = [...(ref.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])];
    const next = nextIndex(event.key, { index: tools.findIndex((tool) => tool === document.activeElement), count: tools.length });
    if (next === null) return;
    event.preventDefault();
    tools[next]?.focus();
  };
  return (
    <RovingContext.Provider value={{ current, setCurrent }}>
      <div ref={ref} role="toolbar" aria-label={label} aria-controls={controls} onKeyDown={move} className="flex flex-wrap gap-1">{children}</div>
    </RovingContext.Provider>
  );
}

function nextIndex(key: string, { index, count }: { readonly index: number; readonly count: number }): number | null {
  if (index < 0 || count === 0) return null;
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (index + 1) % count;
  if (key === backward) return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Buttons that belong together. */
export function ToolGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div role="group" aria-label={label} className="flex flex-wrap gap-1 border-line not-last:border-e not-last:pe-1">{children}</div>;
}

interface ToolProps {
  readonly id: string;
  /** The button's whole name. */
  readonly label: string;
  /** What stands on it, where the name is too long. */
  readonly face?: ReactNode;
  readonly pressed?: boolean;
  readonly unavailable?: boolean;
  /** As `aria-keyshortcuts` writes it: `Control+B`. */
  readonly shortcut?: string;
  readonly onUse: () => void;
}

const look =
  'inline-flex min-h-10 min-w-10 items-center justify-center rounded border px-2 py-1 text-sm font-semibold aria-disabled:opacity-50 aria-disabled:cursor-not-allowed aria-pressed:bg-accent aria-pressed:text-on-accent aria-pressed:border-accent border-transparent bg-transparent text-ink hover:bg-accent-soft aria-pressed:hover:bg-accent-strong';

export function Tool({ id, label, face, pressed, unavailable = false, shortcut, onUse }: ToolProps) {
  const { current, setCurrent } = useContext(RovingContext);
  return (
    <button
      type="button"
      data-tool={id}
      tabIndex={current === id ? 0 : -1}
      onFocus={() => setCurrent(id)}
      // The selection in the text must survive a press of the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !unavailable && onUse()}
      aria-pressed={pressed}
      aria-disabled={unavailable || undefined}
      aria-keyshortcuts={shortcut}
      aria-label={face === undefined ? undefined : label}
      title={shortcut ? `${label} (${shortcut.replace('Control', 'Ctrl')})` : label}
      className={look}
    >
      {face ?? label}
    </button>
  );
}
