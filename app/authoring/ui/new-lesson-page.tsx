import { Form } from '@remix-run/react';
import { longestTitle } from '~/authoring/core/draft';
import { messages } from '~/authoring/messages';
import { useLocale, useTranslator } from '~/i18n/speaking';
import { localeNames, locales, type Localized } from '~/kernel/locale';
import { Button } from '~/ui/button';
import { SelectField, TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';

interface NewLessonPageProps {
  readonly course: { readonly code: string; readonly title: Localized; readonly modules: readonly { readonly code: string; readonly title: Localized }[] };
  readonly answer: {
    readonly fields: readonly string[];
    /** The words of a refusal that its field has no own words for. */
    readonly words: string | null;
    readonly given: Readonly<Record<string, string>>;
  } | null;
}

export function NewLessonPage({ course, answer }: NewLessonPageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const wrong: Readonly<Record<string, string>> = {
    module: t('new.module-wrong'),
    locale: t('new.locale-wrong'),
    title: t('new.title-wrong', { most: longestTitle }),
    slug: answer?.words ?? t('new.slug-wrong'),
  };
  const errors = Object.fromEntries((answer?.fields ?? []).flatMap((field) => (wrong[field] ? [[field, wrong[field]]] : [])));
  const given = answer?.given ?? {};
  return (
    <Page
      width="reading"
      title={t('new.title')}
      lead={t('new.lead')}
      breadcrumbsLabel={t('studio.breadcrumbs')}
      breadcrumbs={[{ to: '/studio', label: t('studio.title') }, { to: `/studio/courses/${course.code}`, label: course.title[locale] }]}
    >
      <ErrorSummary title={t('error.title')} errors={errors} />
      <Form method="post" noValidate>
        <SelectField name="module" label={t('draft.module')} error={errors['module']} defaultValue={given['module']} choices={course.modules.map((module) => ({ value: module.code, label: module.title[locale] }))} />
        <SelectField name="locale" label={t('draft.language')} error={errors['locale']} defaultValue={given['locale'] ?? locale} choices={locales.map((value) => ({ value, label: localeNames[value] }))} />
        <TextField name="title" label={t('draft.title')} error={errors['title']} defaultValue={given['title']} maxLength={longestTitle} required autoComplete="off" />
        <TextField name="slug" label={t('new.slug')} hint={t('new.slug-hint')} error={errors['slug']} defaultValue={given['slug']} maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <Button>{t('new.create')}</Button>
      </Form>
    </Page>
  );
}
