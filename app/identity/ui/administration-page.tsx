import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales } from '~/kernel/locale';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { SelectField } from '~/ui/field';
import { Alert, ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { DoneName } from '../core/done';
import type { FormState } from '../core/form-state';
import type { AdministrationSummary } from '../core/signed-in';
import type { ListedPerson } from '../core/views';
import { messages } from '../messages';
import { CoordinatorFields } from './administrations-page';
import { DoneNotice } from './done-notice';
import { formErrors } from './form-errors';

export interface AdministrationPageProps {
  readonly administration: AdministrationSummary;
  readonly coordinators: readonly ListedPerson[];
  readonly done: DoneName | null;
  readonly form: FormState | null;
}

/** What the operator sees of an administration: who coordinates it. */
export function AdministrationPage({ administration, coordinators, done, form }: AdministrationPageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const errors = formErrors(t, form, 'name');
  const address = `/admin/administrations/${administration.code}`;
  const breadcrumbs = [{ to: '/admin/administrations', label: t('admin.administrations') }];
  return (
    <Page title={administration.name[locale]} lead={administration.code} breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <DoneNotice done={form ? null : done} />
      {coordinators.length === 0 ? <Alert kind="warn"><p>{t('administrations.no-coordinator')}</p></Alert> : <Coordinators address={address} coordinators={coordinators} />}
      <h2 className="mb-4 text-xl">{t('administrations.add-coordinator')}</h2>
      <Form method="post" action={address} className="max-w-xl">
        <input type="hidden" name="intent" value="invite" />
        <CoordinatorFields given={form?.given ?? {}} errors={errors} />
        <SelectField name="locale" label={t('person.language')} choices={locales.map((value) => ({ value, label: localeNames[value] }))} defaultValue={form?.given['locale'] ?? locale} error={errors['locale']} />
        <Button>{t('administrations.submit')}</Button>
      </Form>
    </Page>
  );
}

function Coordinators({ address, coordinators }: { readonly address: string; readonly coordinators: readonly ListedPerson[] }) {
  const t = useTranslator(messages);
  const rows = coordinators.map((person) => ({
    key: person.id,
    cells: [
      person.name,
      person.email,
      <div key="change" className="flex flex-wrap gap-2">
        <PersonIntent address={address} person={person} intent="link"><Button kind="secondary" aria-label={t('administrations.send-link-to', { name: person.name })}>{t('administrations.send-link')}</Button></PersonIntent>
        <PersonIntent address={address} person={person} intent="end"><Button kind="danger" aria-label={t('administrations.end-for', { name: person.name })}>{t('administrations.end')}</Button></PersonIntent>
      </div>,
    ],
  }));
  return <DataTable caption={t('administrations.coordinators')} head={[t('people.name'), t('people.email'), t('person.change')]} rows={rows} />;
}

function PersonIntent({ address, person, intent, children }: { readonly address: string; readonly person: ListedPerson; readonly intent: 'link' | 'end'; readonly children: ReactNode }) {
  return (
    <Form method="post" action={address}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="person" value={person.id} />
      {children}
    </Form>
  );
}
