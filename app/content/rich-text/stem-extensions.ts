import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { StemDocument } from './nodes/document';
import { ListItem } from './nodes/list-item';
import { OrderedList } from './nodes/ordered-list';

/** Everything that a question's text may hold: no link leads out of an exam. */
export const stemExtensions: Extensions = [StemDocument, Paragraph, Text, HardBreak, BulletList, OrderedList, ListItem, Bold, Italic];
