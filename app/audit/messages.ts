import { catalogue } from '~/i18n/catalogue';
import en from './messages/en.json';
import fr from './messages/fr.json';

/** The words of the auditor's pages. */
export const messages = catalogue({ en, fr });
