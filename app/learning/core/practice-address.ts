/** What a reader chose on a page of practice questions, as its address says it. */
export interface PracticeInAddress {
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** The question whose button was pressed. */
  readonly asked: string | null;
}

const itemCode = /^[a-z0-9][a-z0-9-]{0,79}$/;
const mostQuestions = 30;
const mostOptions = 8;

/** Reads the choices from a query, bounded: an address is typed by anybody. Which options exist is judged where the items are known. */
export function practiceInAddress(query: URLSearchParams): PracticeInAddress {
  const codes = [...new Set(query.keys())].filter((name) => itemCode.test(name) && name !== 'asked' && name !== 'lang').slice(0, mostQuestions);
  const asked = query.get('asked');
  return {
    chosen: Object.fromEntries(codes.map((code) => [code, query.getAll(code).slice(0, mostOptions)])),
    asked: asked !== null && itemCode.test(asked) ? asked : null,
  };
}
