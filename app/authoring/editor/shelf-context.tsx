import { createContext, useContext } from 'react';
import type { Shelf } from '~/authoring/core/shelf';

const ShelfContext = createContext<Shelf>({ figures: [], sources: [], terms: [], practiceItems: [] });

/** Gives the editor and the views inside it what the course offers. */
export const ShelfProvider = ShelfContext.Provider;

export function useShelf(): Shelf {
  return useContext(ShelfContext);
}
