import { useLocale, useTranslator } from '~/i18n/speaking';
import { SelectField, TextField } from '~/ui/field';
import type { PlacedPost } from '../core/post-tree';
import { messages } from '../messages';

interface PersonFieldsProps {
  readonly posts: readonly PlacedPost[];
  readonly given: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** The person signs in with the e-mail already, so it stays. */
  readonly emailSettled?: boolean;
}

/** What a coordinator fills in about a person, new or known. */
export function PersonFields({ posts, given, errors, emailSettled = false }: PersonFieldsProps) {
  const t = useTranslator(messages);
  return (
    <>
      <TextField name="name" label={t('people.name')} hint={t('person.name-hint')} defaultValue={given['name']} error={errors['name']} maxLength={120} autoComplete="off" required />
      <TextField name="email" type="email" label={t('people.email')} hint={emailSettled ? t('person.email-settled') : t('person.email-hint')} defaultValue={given['email']} error={errors['email']} maxLength={254} autoComplete="off" readOnly={emailSettled} required />
      <TextField name="serviceNumber" label={t('people.service-number')} hint={t('person.service-number-hint')} defaultValue={given['serviceNumber']} error={errors['serviceNumber']} maxLength={40} autoComplete="off" />
      <PostField name="post" label={t('people.post')} none={t('person.no-post')} posts={posts} defaultValue={given['post']} error={errors['post']} />
    </>
  );
}

interface PostFieldProps {
  readonly name: string;
  readonly label: string;
  /** What choosing no post means here; left out where one must be chosen. */
  readonly none?: string;
  readonly posts: readonly PlacedPost[];
  readonly defaultValue?: string | undefined;
  readonly error?: string | undefined;
}

/** A choice among the posts, each behind as many dashes as it stands below the top. */
export function PostField({ name, label, none, posts, defaultValue, error }: PostFieldProps) {
  const locale = useLocale();
  const choices = posts.map(({ id, depth, name: called }) => ({ value: id, label: `${'– '.repeat(depth)}${called[locale]}` }));
  return <SelectField name={name} label={label} choices={none === undefined ? choices : [{ value: '', label: none }, ...choices]} defaultValue={defaultValue} error={error} />;
}
