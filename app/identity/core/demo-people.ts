import type { Role } from '~/kernel/actor';
import type { Locale, Localized } from '~/kernel/locale';

export interface DemoPost {
  readonly code: string;
  readonly name: Localized;
  readonly parent: string | null;
}

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly serviceNumber: string | null;
  readonly post: string | null;
  /** Null for whatever the browser asks for. */
  readonly locale: Locale | null;
}

export interface DemoAdministration {
  readonly code: string;
  readonly name: Localized;
  readonly timeZone: string;
  /** Parents before their children. */
  readonly posts: readonly DemoPost[];
  readonly people: readonly DemoPerson[];
}

/** Two administrations of countries that do not exist, as `docs` and every test name them. */
export const demoAdministrations: readonly DemoAdministration[] = [
  {
    code: 'aurelia',
    name: { en: 'Customs Administration of Aurelia', fr: 'Administration des douanes d’Aurélie' },
    timeZone: 'Africa/Lagos',
    posts: [
      { code: 'hq', parent: null, name: { en: 'Headquarters, Port Aurel', fr: 'Direction générale, Port-Aurel' } },
      { code: 'coast', parent: 'hq', name: { en: 'Coast Directorate', fr: 'Direction régionale du littoral' } },
      { code: 'north', parent: 'hq', name: { en: 'Northern Directorate', fr: 'Direction régionale du Nord' } },
      { code: 'port-aurel', parent: 'coast', name: { en: 'Port Aurel Container Terminal', fr: 'Terminal à conteneurs de Port-Aurel' } },
      { code: 'red-ford', parent: 'north', name: { en: 'Red Ford Border Post', fr: 'Poste frontière du Gué-Rouge' } },
      { code: 'salt-road', parent: 'north', name: { en: 'Salt Road Border Post', fr: 'Poste frontière de la Route-du-Sel' } },
    ],
    people: [
      { email: 'trainee@aurelia.example', name: 'Amina Kouyaté', role: 'trainee', serviceNumber: 'AU-1041', post: 'red-ford', locale: null },
      { email: 'trainee2@aurelia.example', name: 'Tomas Oyelaran', role: 'trainee', serviceNumber: 'AU-1057', post: 'salt-road', locale: null },
      { email: 'instructor@aurelia.example', name: 'Lucía Ferrand', role: 'instructor', serviceNumber: 'AU-0312', post: 'hq', locale: null },
      { email: 'reviewer@aurelia.example', name: 'Joseph Adeyemi', role: 'instructor', serviceNumber: 'AU-0288', post: 'hq', locale: null },
      { email: 'auditor@aurelia.example', name: 'Ingrid Sarr', role: 'auditor', serviceNumber: 'AU-0107', post: 'hq', locale: null },
      { email: 'coordinator@aurelia.example', name: 'Mariam Delacroix', role: 'coordinator', serviceNumber: 'AU-0164', post: 'hq', locale: null },
    ],
  },
  {
    code: 'borealis',
    name: { en: 'Borealis Customs Service', fr: 'Service des douanes de Boréalie' },
    timeZone: 'Europe/Helsinki',
    posts: [
      { code: 'hq', parent: null, name: { en: 'Headquarters, Norrhaven', fr: 'Direction générale, Norrhaven' } },
      { code: 'lakes', parent: 'hq', name: { en: 'Lakes Region', fr: 'Région des Lacs' } },
      { code: 'birch-gate', parent: 'lakes', name: { en: 'Birch Gate Border Post', fr: 'Poste frontière de la Porte-des-Bouleaux' } },
      { code: 'norrhaven-air', parent: 'hq', name: { en: 'Norrhaven Airport', fr: 'Aéroport de Norrhaven' } },
    ],
    people: [
      { email: 'trainee@borealis.example', name: 'Eero Lindqvist', role: 'trainee', serviceNumber: 'B-20311', post: 'birch-gate', locale: null },
      { email: 'auditor@borealis.example', name: 'Sunniva Halla', role: 'auditor', serviceNumber: 'B-10022', post: 'hq', locale: null },
      { email: 'coordinator@borealis.example', name: 'Aksel Niemi', role: 'coordinator', serviceNumber: 'B-10007', post: 'hq', locale: null },
    ],
  },
];

/** Runs the platform of both. */
export const demoOperator: DemoPerson = {
  email: 'operator@bluepost.example',
  name: 'Rosa Okafor',
  role: 'operator',
  serviceNumber: null,
  post: null,
  locale: null,
};

/** Every demo sign-in, in the order of the sign-in page. */
export const demoPeople: readonly DemoPerson[] = [...demoAdministrations.flatMap(({ people }) => people), demoOperator];
