import { Link as TiptapLink } from '@tiptap/extension-link';
import { isSafeAddress } from '../safe-address';
import { outermost, referring } from './referring';

/** A link to another page. Only its address is stored: no target, class or title. */
export const Link = TiptapLink.extend({
  priority: outermost,
  excludes: referring,
  inclusive: false,
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute('href') } };
  },
}).configure({
  openOnClick: false,
  autolink: false,
  HTMLAttributes: {},
  isAllowedUri: (address) => isSafeAddress(address),
});
