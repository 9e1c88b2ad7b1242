import { Link } from '@remix-run/react';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { DataTable } from '~/ui/data-table';
import { demoAdministrations, demoOperator, type DemoPerson } from '../core/demo-people';
import { demoPassword } from '../core/password-rule';
import { messages } from '../messages';

/** Who can be tried out on a demo installation. A link fills the e-mail in; the password stands above. */
export function DemoSignIns({ next }: { readonly next: string | null }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const row = (person: DemoPerson, administration: string) => {
    const parameters = new URLSearchParams({ email: person.email, ...(next !== null && { next }) });
    const link = <Link key="email" to={`/login?${parameters}`} className="-my-1 inline-block py-1">{person.email}</Link>;
    return { key: person.email, cells: [link, t(`role.${person.role}`), administration] };
  };
  const rows = [
    ...demoAdministrations.flatMap(({ name, people }) => people.map((person) => row(person, name[locale]))),
    row(demoOperator, t('demo.platform')),
  ];
  return (
    <section className="mt-10" aria-labelledby="demo">
      <h2 id="demo" className="mb-2 text-xl">{t('demo.title')}</h2>
      <p className="mb-4">{t('demo.lead')} <code className="rounded bg-sunken px-2 py-1 font-mono">{demoPassword}</code></p>
      <DataTable caption={t('demo.caption')} head={[t('demo.email'), t('demo.role'), t('demo.administration')]} rows={rows} />
    </section>
  );
}
