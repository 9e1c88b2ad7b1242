import { createContext, useContext } from 'react';

/** Names the request that made this page, so that an error page can show the number under which it was logged. */
export const RequestIdContext = createContext<string | null>(null);

export const requestIdMeta = 'bluepost-request';

export function useRequestId(): string | null {
  const served = useContext(RequestIdContext);
  if (served || typeof document === 'undefined') return served;
  return document.querySelector<HTMLMetaElement>(`meta[name="${requestIdMeta}"]`)?.content ?? null;
}
