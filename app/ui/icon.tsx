/** Drawn for this project on a 24 grid with strokes of 2; decorative, so hidden from screen readers. */
const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  warning: 'M12 3.5l9.5 16.5h-19zM12 10v4M12 17v.5',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 11v5M12 7.5v.5',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7v5l3.5 2',
  book: 'M12 6C9.5 4.4 6.5 4 4 4.300V18.500C6.5 18.2 9.5 18.6 12 20.200C14.5 18.6 17.5 18.2 20 18.500V4.300C17.5 4 14.5 4.4 12 6zM12 6v14',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
  flag: 'M6 21V4M6 5h11l-2 3.500l2 3.500H6',
  download: 'M12 4v11M7.5 11l4.5 4.500l4.5-4.500M5 20h14',
  link: 'M10 14a4 4 0 0 0 6 .400l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-6-.400l-3 3a4 4 0 0 0 5.7 5.700l1-1',
  next: 'M9 5l7 7l-7 7',
  previous: 'M15 5l-7 7l7 7',
  certificate: 'M5 4h14v10H5zM8 7.500h8M8 10.500h5M14 14v6l2-1.500l2 1.500v-6',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  const mirrored = name === 'next' || name === 'previous' ? 'rtl:-scale-x-100' : '';
  return (
    <svg viewBox="0 0 24 24" className={`inline-block size-5 shrink-0 ${mirrored} ${className}`} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
