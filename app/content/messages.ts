import { catalogue } from '~/i18n/catalogue';
import en from './messages/en.json';
import fr from './messages/fr.json';

/** The words of everything that is taught and asked, around what the authors wrote. */
export const messages = catalogue({ en, fr });
