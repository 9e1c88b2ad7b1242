import { catalogue } from '~/i18n/catalogue';
import en from './messages/en.json';
import fr from './messages/fr.json';

/** Words of accounts, people, posts and administrations; role names for everybody. */
export const messages = catalogue({ en, fr });
