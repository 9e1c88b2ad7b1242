import { Form } from '@remix-run/react';
import { useFormatter, useLocale, useTranslator } from '~/i18n/speaking';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { TextField } from '~/ui/field';
import { ErrorSummary } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Card, EmptyState } from '~/ui/surface';
import type { DoneName } from '../core/done';
import type { FormState } from '../core/form-state';
import type { PlacedPost } from '../core/post-tree';
import type { AdministrationSummary } from '../core/signed-in';
import type { StaffedPost } from '../core/views';
import { messages } from '../messages';
import { DoneNotice } from './done-notice';
import { formErrors } from './form-errors';
import { PostField } from './person-fields';

export interface PostsPageProps {
  readonly administration: AdministrationSummary;
  readonly posts: readonly PlacedPost<StaffedPost>[];
  readonly done: DoneName | null;
  readonly form: FormState | null;
}

export function PostsPage({ administration, posts, done, form }: PostsPageProps) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const moving = form?.given['intent'] === 'move';
  const errors = formErrors(t, form, moving ? 'parent' : 'code');
  return (
    <Page title={t('admin.posts')} lead={t('posts.lead', { administration: administration.name[locale] })}>
      <ErrorSummary title={t('form.errors')} errors={errors} />
      <DoneNotice done={form ? null : done} />
      {posts.length === 0 ? <EmptyState title={t('posts.none')} /> : <PostTree posts={posts} />}
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
        <AddPostForm posts={posts} given={moving ? {} : (form?.given ?? {})} errors={moving ? {} : errors} />
        {posts.length > 1 && <MovePostForm posts={posts} given={moving ? (form?.given ?? {}) : {}} errors={moving ? errors : {}} />}
      </div>
    </Page>
  );
}

function PostTree({ posts }: Pick<PostsPageProps, 'posts'>) {
  const t = useTranslator(messages);
  const locale = useLocale();
  const { number } = useFormatter();
  const rows = posts.map(({ id, depth, name, code, people }) => ({
    key: id,
    cells: [<span key="name" className={indents[Math.min(depth, indents.length - 1)]}>{name[locale]}</span>, code, number(depth + 1), number(people)],
  }));
  return <DataTable caption={t('posts.tree')} head={[t('posts.name'), t('posts.code'), t('posts.level'), t('posts.people')]} rows={rows} />;
}

/** By depth; the level column says the same in a number. */
const indents = ['', 'ms-5 inline-block', 'ms-10 inline-block', 'ms-16 inline-block'];

interface PostFormProps {
  readonly posts: PostsPageProps['posts'];
  readonly given: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

function AddPostForm({ posts, given, errors }: PostFormProps) {
  const t = useTranslator(messages);
  return (
    <Card as="section">
      <h2 className="mb-4 text-xl">{t('posts.add')}</h2>
      <Form method="post" action="/admin/posts">
        <input type="hidden" name="intent" value="add" />
        <TextField name="nameEn" label={t('posts.name-en')} defaultValue={given['nameEn']} error={errors['nameEn']} maxLength={120} required />
        <TextField name="nameFr" label={t('posts.name-fr')} defaultValue={given['nameFr']} error={errors['nameFr']} maxLength={120} required />
        <TextField name="code" label={t('posts.code')} hint={t('posts.code-hint')} defaultValue={given['code']} error={errors['code']} maxLength={40} required />
        <PostField name="post" label={t('posts.below')} none={t('posts.top')} posts={posts} defaultValue={given['post'] ?? posts[0]?.id} error={errors['post']} />
        <Button>{t('posts.add')}</Button>
      </Form>
    </Card>
  );
}

function MovePostForm({ posts, given, errors }: PostFormProps) {
  const t = useTranslator(messages);
  return (
    <Card as="section">
      <h2 className="mb-4 text-xl">{t('posts.move')}</h2>
      <p className="mb-4 text-soft">{t('posts.move-hint')}</p>
      <Form method="post" action="/admin/posts">
        <input type="hidden" name="intent" value="move" />
        <PostField name="moved" label={t('posts.name')} posts={posts} defaultValue={given['moved'] ?? posts.at(-1)?.id} error={errors['moved']} />
        <PostField name="parent" label={t('posts.below')} none={t('posts.top')} posts={posts} defaultValue={given['parent'] ?? posts[0]?.id} error={errors['parent']} />
        <Button kind="secondary">{t('posts.move')}</Button>
      </Form>
    </Card>
  );
}
