import { createContext, useContext } from 'react';

/** What the server knows of the request that made this page. */
export interface Served {
  /** Names the request in the log, so that an error page can show the number under which it was logged. */
  readonly requestId: string;
  /** Allows this page's inline scripts; browsers hide it from scripts, so it is known while serving only. */
  readonly nonce: string;
}

export const ServedContext = createContext<Served | null>(null);

export const requestIdMeta = 'bluepost-request';

export function useNonce(): string | undefined {
  return useContext(ServedContext)?.nonce;
}

export function useRequestId(): string | null {
  const served = useContext(ServedContext);
  if (served) return served.requestId;
  if (typeof document === 'undefined') return null;
  return document.querySelector<HTMLMetaElement>(`meta[name="${requestIdMeta}"]`)?.content ?? null;
}
