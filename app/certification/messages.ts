import { catalogue } from '~/i18n/catalogue';
import en from './messages/en.json';
import fr from './messages/fr.json';

/** The words of certificates: the printed document, the pages, the mails. */
export const messages = catalogue({ en, fr });
