import { Form } from '@remix-run/react';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales } from '~/kernel/locale';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import type { PlacedPost } from '../core/post-tree';
import { grantableBy } from '../core/role-rules';
import { messages } from '../messages';
import { formErrors } from './form-errors';
import { PersonFields } from './person-fields';

export function NewPersonPage({ posts, form }: { readonly posts: readonly PlacedPost[]; readonly form: FormState | null }) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const errors = formErrors(t, form, 'name');
  const given = form?.given ?? {};
  const breadcrumbs = [{ to: '/admin/people', label: t('admin.people') }];
  return (
    <Page title={t('people.add')} lead={t('person.new-lead')} width="reading" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <Form method="post" action="/admin/people/new" className="max-w-xl">
        <PersonFields posts={posts} given={given} errors={errors} />
        <SelectField name="role" label={t('people.role')} choices={grantableBy('coordinator').map((value) => ({ value, label: t(`role.${value}`) }))} defaultValue={given['role']} error={errors['role']} />
        <SelectField name="locale" label={t('person.language')} choices={locales.map((value) => ({ value, label: localeNames[value] }))} defaultValue={given['locale'] ?? locale} error={errors['locale']} />
        <Button>{t('person.invite')}</Button>
      </Form>
    </Page>
  );
}
