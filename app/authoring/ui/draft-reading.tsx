import type { DraftReading as Reading } from '~/authoring/core/draft-reading';
import { LessonBody } from '~/content/ui/lesson-body';
import { GlossaryList, SourceList } from '~/content/ui/lesson-references';

/** The text of a draft, drawn by what draws published lessons. `address` is where trying a practice question leads. */
export function DraftReading({ reading, address }: { readonly reading: Reading; readonly address: string }) {
  const { locale, parts, practice, sources, terms } = reading;
  return (
    <>
      <LessonBody locale={locale} parts={parts} practice={practice} address={address} />
      <SourceList sources={sources} />
      <GlossaryList terms={terms} locale={locale} />
    </>
  );
}
