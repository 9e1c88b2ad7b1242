import { Form, Link } from '@remix-run/react';
import { useLocale, useTranslator } from '~/i18n/speaking';
import type { Role } from '~/kernel/actor';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { SelectField, TextField } from '~/ui/field';
import { Page } from '~/ui/page';
import { EmptyState } from '~/ui/surface';
import { grantableBy } from '../core/role-rules';
import type { AdministrationSummary } from '../core/signed-in';
import type { ListedPerson } from '../core/views';
import { messages } from '../messages';
import { RoleBadges } from './role-badges';

export interface PeoplePageProps {
  readonly administration: AdministrationSummary;
  readonly text: string;
  readonly role: Role | null;
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export function PeoplePage(props: PeoplePageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { administration, text, role, people, total } = props;
  const roles = grantableBy('coordinator').map((value) => ({ value, label: t(`role.${value}`) }));
  const rows = people.map((person) => ({
    key: person.id,
    cells: [
      <Link key="name" to={`/admin/people/${person.id}`} className="-my-1 inline-block py-1">{person.name}</Link>,
      person.email,
      person.serviceNumber ?? '',
      person.post?.name[locale] ?? '',
      <RoleBadges key="roles" roles={person.roles} />,
    ],
  }));
  return (
    <Page title={t('admin.people')} lead={t('people.lead', { administration: administration.name[locale] })} actions={<ButtonLink to="/admin/people/new">{t('people.add')}</ButtonLink>}>
      <Form method="get" action="/admin/people" role="search" className="mb-6 grid items-end gap-x-4 sm:grid-cols-[2fr_1fr_auto]">
        <TextField name="text" type="search" label={t('people.search')} hint={t('people.search-hint')} defaultValue={text} maxLength={100} />
        <SelectField name="role" label={t('people.role')} choices={[{ value: '', label: t('people.any-role') }, ...roles]} defaultValue={role ?? ''} />
        <Button kind="secondary" className="mb-5">{t('people.search')}</Button>
      </Form>
      {people.length === 0
        ? <EmptyState title={t('people.none')}><p>{t('people.none-hint')}</p></EmptyState>
        : <DataTable caption={t('people.count', { count: total })} head={[t('people.name'), t('people.email'), t('people.service-number'), t('people.post'), t('people.role')]} rows={rows} />}
      <Paging {...props} />
    </Page>
  );
}

function Paging({ text, role, page, pages }: PeoplePageProps) {
  const t = useTranslator(messages);
  if (pages === 1) return null;
  const at = (number: number) => `/admin/people?${new URLSearchParams({ ...(text !== '' && { text }), ...(role && { role }), page: String(number) })}`;
  return (
    <nav aria-label={t('people.paging')} className="flex flex-wrap items-center gap-4">
      {page > 1 && <ButtonLink kind="secondary" to={at(Math.min(page - 1, pages))} rel="prev">{t('people.previous')}</ButtonLink>}
      <p>{t('people.page', { page, pages })}</p>
      {page < pages && <ButtonLink kind="secondary" to={at(page + 1)} rel="next">{t('people.next')}</ButtonLink>}
    </nav>
  );
}
