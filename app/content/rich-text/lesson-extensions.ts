import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { LegalReference } from './marks/legal-reference';
import { Link } from './marks/link';
import { Term } from './marks/term';
import { Blockquote } from './nodes/blockquote';
import { Callout } from './nodes/callout';
import { LessonDocument } from './nodes/document';
import { Figure } from './nodes/figure';
import { Heading } from './nodes/heading';
import { ListItem } from './nodes/list-item';
import { OrderedList } from './nodes/ordered-list';
import { Practice } from './nodes/practice';
import { Table, TableCell, TableHeader, TableRow } from './nodes/table';

/** Everything that a lesson may hold. The studio's editor adds its views and tools to these; the schema stays this one. */
export const lessonExtensions: Extensions = [
  LessonDocument,
  Paragraph,
  Text,
  HardBreak,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Figure,
  Callout,
  Practice,
  Bold,
  Italic,
  Link,
  LegalReference,
  Term,
];
