import { catalogue } from '~/i18n/catalogue';
import en from './messages/en.json';
import fr from './messages/fr.json';

/** The words of courses and lessons, around what the authors wrote. */
export const messages = catalogue({ en, fr });
