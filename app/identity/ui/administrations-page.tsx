import { Form, Link } from '@remix-run/react';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales } from '~/kernel/locale';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { FieldGroup, SelectField, TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { EmptyState } from '~/ui/surface';
import type { FormState } from '../core/form-state';
import { timeZones } from '../core/time-zone';
import type { CountedAdministration } from '../core/views';
import { messages } from '../messages';
import { formErrors } from './form-errors';

export function AdministrationsPage({ administrations }: { readonly administrations: readonly CountedAdministration[] }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { number, date } = useFormatter();
  const rows = administrations.map(({ id, code, name, people, posts, createdAt }) => ({
    key: id,
    cells: [<Link key="name" to={`/admin/administrations/${code}`} className="-my-1 inline-block py-1">{name[locale]}</Link>, code, number(people), number(posts), date(new Date(createdAt))],
  }));
  const head = [t('administrations.name'), t('administrations.code'), t('administrations.people'), t('administrations.posts'), t('administrations.since')];
  return (
    <Page title={t('admin.administrations')} lead={t('administrations.lead')} actions={<ButtonLink to="/admin/administrations/new">{t('administrations.add')}</ButtonLink>}>
      {rows.length === 0 ? <EmptyState title={t('administrations.none')} /> : <DataTable caption={t('administrations.list')} head={head} rows={rows} />}
    </Page>
  );
}

export function NewAdministrationPage({ form }: { readonly form: FormState | null }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const errors = formErrors(t, form, 'nameEn');
  const given = form?.given ?? {};
  const breadcrumbs = [{ to: '/admin/administrations', label: t('admin.administrations') }];
  return (
    <Page title={t('administrations.add')} lead={t('administrations.add-lead')} width="reading" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <Form method="post" action="/admin/administrations/new" className="max-w-xl">
        <TextField name="nameEn" label={t('administrations.name-en')} defaultValue={given['nameEn']} error={errors['nameEn']} maxLength={120} required />
        <TextField name="nameFr" label={t('administrations.name-fr')} defaultValue={given['nameFr']} error={errors['nameFr']} maxLength={120} required />
        <TextField name="code" label={t('administrations.code')} hint={t('administrations.code-hint')} defaultValue={given['code']} error={errors['code']} maxLength={40} required />
        <SelectField name="timeZone" label={t('administrations.time-zone')} choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} defaultValue={given['timeZone']} error={errors['timeZone']} />
        <FieldGroup legend={t('administrations.first-coordinator')}>
          <CoordinatorFields given={given} errors={errors} />
          <SelectField name="locale" label={t('person.language')} choices={locales.map((value) => ({ value, label: localeNames[value] }))} defaultValue={given['locale'] ?? locale} error={errors['locale']} />
        </FieldGroup>
        <Button>{t('administrations.submit')}</Button>
      </Form>
    </Page>
  );
}

/** Name and e-mail of a coordinator to be. */
export function CoordinatorFields({ given, errors }: { readonly given: Readonly<Record<string, string>>; readonly errors: Readonly<Record<string, string>> }) {
  const t = useTranslator(messages);
  return (
    <>
      <TextField name="name" label={t('administrations.coordinator-name')} defaultValue={given['name']} error={errors['name']} maxLength={120} autoComplete="off" required />
      <TextField name="email" type="email" label={t('administrations.coordinator-email')} defaultValue={given['email']} error={errors['email']} maxLength={254} autoComplete="off" required />
    </>
  );
}
