/** What a course offers its writers to choose from, in the language of the draft. */
export interface Shelf {
  readonly figures: readonly ShelfFigure[];
  readonly sources: readonly ShelfSource[];
  readonly terms: readonly ShelfTerm[];
  readonly practiceItems: readonly ShelfItem[];
}

export interface ShelfFigure {
  readonly code: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  /** The words that the figure brings along; a writer may say it better for the lesson. */
  readonly alt: string;
}

export interface ShelfSource {
  readonly ref: string;
  readonly title: string;
  readonly publisher: string;
}

export interface ShelfTerm {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
}

export interface ShelfItem {
  readonly code: string;
  /** The question's words as plain text. */
  readonly stem: string;
}
