import { Form } from '@remix-run/react';
import { useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import type { FormState } from '../core/form-state';
import type { PlacedPost } from '../core/post-tree';
import type { ListedPerson } from '../core/views';
import { messages } from '../messages';
import { formErrors } from './form-errors';
import { PersonFields } from './person-fields';

interface EditPersonPageProps {
  readonly person: ListedPerson;
  readonly hasPassword: boolean;
  readonly posts: readonly PlacedPost[];
  readonly form: FormState | null;
}

export function EditPersonPage({ person, hasPassword, posts, form }: EditPersonPageProps) {
  const t = useTranslator(messages);
  const errors = formErrors(t, form, 'name');
  const known = { name: person.name, email: person.email, serviceNumber: person.serviceNumber ?? '', post: person.post?.id ?? '' };
  const breadcrumbs = [{ to: '/admin/people', label: t('admin.people') }, { to: `/admin/people/${person.id}`, label: person.name }];
  return (
    <Page title={t('person.edit-title', { name: person.name })} lead={t('person.edit-lead')} width="reading" breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <Form method="post" action={`/admin/people/${person.id}/edit`} className="max-w-xl">
        {/* After a refusal the form is about what is there now: its revision is the present one. */}
        <input type="hidden" name="revision" value={person.revision} />
        <PersonFields posts={posts} given={form?.given ?? known} errors={errors} emailSettled={hasPassword} />
        <Button>{t('person.save')}</Button>
      </Form>
    </Page>
  );
}
