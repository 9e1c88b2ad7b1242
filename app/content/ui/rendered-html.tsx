interface RenderedHtmlProps {
  /** HTML of `renderDocument` or `renderStem`, and nothing else. */
  readonly html: string;
  readonly className?: string;
}

/** Puts a rendered document on the page: the only place where HTML is taken as it is. */
export function RenderedHtml({ html, className = 'space-y-3' }: RenderedHtmlProps) {
  // eslint-disable-next-line no-restricted-syntax -- made on the server from a document that passed the gate, all text and attributes escaped
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
