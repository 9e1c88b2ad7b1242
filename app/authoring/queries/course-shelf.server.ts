import type { Shelf } from '~/authoring/core/shelf';
import type { CourseDocument } from '~/content/core/course-document';
import type { RichTextJson } from '~/content/core/item';
import { mediaAddress } from '~/content/core/media-address';
import { practiceItems } from '~/content/queries/practice-items.server';
import type { Locale } from '~/kernel/locale';
import type { Reader } from '~/platform/db.server';

/** What a course offers its writers, in the language of the draft. Of the bank only practice questions, and no key of any. */
export async function courseShelf(reader: Reader, { course, locale }: { readonly course: CourseDocument; readonly locale: Locale }): Promise<Shelf> {
  const items = await practiceItems(reader, Object.values(course.practiceItems));
  return {
    figures: Object.entries(course.figures).map(([code, figures]) => {
      const { hash, width, height, alt } = figures[locale];
      return { code, address: mediaAddress(hash), width, height, alt };
    }),
    sources: course.sources.map(({ id, title, publisher }) => ({ ref: id, title, publisher })),
    terms: course.glossary.map(({ id, term, definition }) => ({ id, term: term[locale], definition: definition[locale] })),
    practiceItems: items.map(({ code, body }) => ({ code, stem: plainWords(body.text[locale].stem) })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

function plainWords(node: RichTextJson): string {
  const inside = (node.content ?? []).map(plainWords).join(node.type === 'paragraph' ? '' : ' ');
  return node.type === 'hardBreak' ? ' ' : (node.text ?? inside);
}
