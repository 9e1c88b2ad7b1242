import { Form, Link } from '@remix-run/react';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales } from '~/kernel/locale';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Facts } from '~/ui/surface';
import type { DoneName } from '../core/done';
import type { FormState } from '../core/form-state';
import type { SignedIn } from '../core/signed-in';
import { timeZones } from '../core/time-zone';
import { messages } from '../messages';
import { DoneNotice } from './done-notice';
import { formErrors } from './form-errors';
import { RoleBadges } from './role-badges';

export interface AccountPageProps {
  readonly signedIn: Pick<SignedIn, 'person' | 'administration' | 'post' | 'roles'>;
  readonly done: DoneName | null;
  readonly form: FormState | null;
}

export function AccountPage({ signedIn, done, form }: AccountPageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { person, administration, post, roles } = signedIn;
  const errors = formErrors(t, form, 'locale');
  const facts = [
    { name: t('account.name'), value: person.name },
    { name: t('account.email'), value: person.email },
    ...(administration ? [{ name: t('account.administration'), value: administration.name[locale] }] : []),
    ...(post ? [{ name: t('account.post'), value: post.name[locale] }] : []),
    { name: t('account.roles'), value: <RoleBadges roles={roles} /> },
  ];
  const languages = [{ value: '', label: t('account.language-browser') }, ...locales.map((value) => ({ value, label: localeNames[value] }))];
  return (
    <Page title={t('account.title')} width="reading">
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <DoneNotice done={form ? null : done} />
      <Facts facts={facts} />
      {administration && <p className="mb-6 text-sm text-soft">{t('account.name-note')}</p>}
      <h2 className="mb-3 text-xl">{t('account.choices')}</h2>
      <Form method="post" action="/account" className="mb-8 max-w-md">
        <SelectField name="locale" label={t('account.language')} choices={languages} defaultValue={form?.given['locale'] ?? person.locale ?? ''} error={errors['locale']} />
        <SelectField name="timeZone" label={t('account.time-zone')} hint={t('account.time-zone-hint')} choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} defaultValue={form?.given['timeZone'] ?? person.timeZone} error={errors['timeZone']} />
        <Button>{t('account.save')}</Button>
      </Form>
      <h2 className="mb-3 text-xl">{t('account.password')}</h2>
      <p className="mb-8"><Link to="/account/password" className="inline-block py-1">{t('account.password-link')}</Link></p>
      <Form method="post" action="/logout"><Button kind="secondary">{t('account.sign-out')}</Button></Form>
    </Page>
  );
}
