import { Form } from '@remix-run/react';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { SelectField } from '~/ui/field';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import type { DoneName } from '../core/done';
import { grantableBy } from '../core/role-rules';
import type { HeldRole, ListedPerson } from '../core/views';
import { messages } from '../messages';
import { DoneNotice } from './done-notice';
import { RoleBadges } from './role-badges';

export interface PersonPageProps {
  readonly person: ListedPerson;
  readonly hasPassword: boolean;
  readonly history: readonly HeldRole[];
  /** The coordinator looks at the own page. */
  readonly own: boolean;
  readonly done: DoneName | null;
}

export function PersonPage({ person, hasPassword, history, own, done }: PersonPageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const facts = [
    { name: t('people.email'), value: person.email },
    { name: t('people.service-number'), value: person.serviceNumber ?? '–' },
    { name: t('people.post'), value: person.post?.name[locale] ?? t('person.no-post') },
    { name: t('person.sign-in'), value: hasPassword ? t('person.has-password') : t('person.no-password') },
    { name: t('person.roles'), value: <RoleBadges roles={person.roles} /> },
  ];
  const breadcrumbs = [{ to: '/admin/people', label: t('admin.people') }];
  const edit = <ButtonLink kind="secondary" to={`/admin/people/${person.id}/edit`}>{t('person.edit')}</ButtonLink>;
  return (
    <Page title={person.name} actions={edit} breadcrumbs={breadcrumbs} breadcrumbsLabel={t('admin.breadcrumbs')}>
      <DoneNotice done={done} name={person.name} />
      <Facts facts={facts} />
      {person.roles.length > 0 && (
        <Form method="post" action={`/admin/people/${person.id}/link`} className="mb-8"><Button kind="secondary">{t('person.send-link')}</Button></Form>
      )}
      <h2 className="mb-2 text-xl">{t('person.roles')}</h2>
      <p className="mb-4 text-soft">{own ? t('person.roles-own') : t('person.roles-note')}</p>
      {!own && <GrantForm person={person} />}
      <RoleHistory person={person} history={history} own={own} />
    </Page>
  );
}

function GrantForm({ person }: { readonly person: ListedPerson }) {
  const t = useTranslator(messages);
  const choices = grantableBy('coordinator').filter((role) => !person.roles.includes(role)).map((value) => ({ value, label: t(`role.${value}`) }));
  if (choices.length === 0) return null;
  return (
    <Form method="post" action={`/admin/people/${person.id}/roles`} className="mb-4 flex max-w-md flex-wrap items-end gap-x-4">
      <input type="hidden" name="change" value="give" />
      <div className="min-w-48 flex-1"><SelectField name="role" label={t('person.grant')} choices={choices} /></div>
      <Button kind="secondary" className="mb-5">{t('person.grant-submit')}</Button>
    </Form>
  );
}

function RoleHistory({ person, history, own }: Pick<PersonPageProps, 'person' | 'history' | 'own'>) {
  const t = useTranslator(messages);
  const { date } = useFormatter();
  const rows = history.map((held) => ({
    key: held.id,
    cells: [
      t(`role.${held.role}`),
      date(new Date(held.grantedAt)),
      held.endedAt ? date(new Date(held.endedAt)) : t('person.now'),
      ...(own ? [] : [held.endedAt ? '' : <EndRoleForm key="end" person={person} held={held} />]),
    ],
  }));
  const head = [t('people.role'), t('person.from'), t('person.until'), ...(own ? [] : [t('person.change')])];
  return <DataTable caption={t('person.history')} head={head} rows={rows} />;
}

function EndRoleForm({ person, held }: { readonly person: ListedPerson; readonly held: HeldRole }) {
  const t = useTranslator(messages);
  return (
    <Form method="post" action={`/admin/people/${person.id}/roles`}>
      <input type="hidden" name="change" value="end" />
      <input type="hidden" name="role" value={held.role} />
      <Button kind="danger" aria-label={t('person.end-role', { role: t(`role.${held.role}`) })}>{t('person.end')}</Button>
    </Form>
  );
}
