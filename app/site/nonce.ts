import { createContext, useContext } from 'react';

/** Allows this response's inline scripts under its Content-Security-Policy. Only the server has one: a browser hides it again. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
