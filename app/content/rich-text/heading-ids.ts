import { Fragment, type Node } from '@tiptap/pm/model';
import { headingId, headingIdPattern } from './identifiers';

/** Gives every heading an id of its own. One that is valid and not taken stays, so that links to it live on when words change. */
export function withHeadingIds(document: Node): Node {
  const taken = new Set<string>();
  const children: Node[] = [];
  // Headings stand at the top level only: the schema gives no other block room for them.
  document.forEach((child) => {
    children.push(child.type.name === 'heading' ? withId(child, taken) : child);
  });
  return document.copy(Fragment.from(children));
}

function withId(heading: Node, taken: Set<string>): Node {
  const given: unknown = heading.attrs['id'];
  const wanted = typeof given === 'string' && headingIdPattern.test(given) ? given : headingId(heading.textContent);
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted.slice(0, 54)}-${count}`;
  taken.add(id);
  return heading.type.create({ ...heading.attrs, id }, heading.content, heading.marks);
}
