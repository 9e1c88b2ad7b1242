import { randomBytes } from 'node:crypto';
import type { AdministrationId, PostId } from '~/kernel/ids';
import type { Localized } from '~/kernel/locale';
import { withTransaction } from '~/platform/db.server';
import { newId } from '~/platform/random.server';

export interface AnAdministration {
  readonly id: AdministrationId;
  readonly code: string;
  readonly name: Localized;
  /** Headquarters, with a border post below it. */
  readonly postId: PostId;
  readonly borderPostId: PostId;
}

/** An administration with a headquarters and a border post; its code is random unless the story needs a name. */
export async function anAdministration({ code = `adm-${randomBytes(4).toString('hex')}` }: { readonly code?: string } = {}): Promise<AnAdministration> {
  const id = newId('administration');
  const postId = newId('post');
  const borderPostId = newId('post');
  const name = { en: `Customs of ${code}`, fr: `Douanes de ${code}` };
  await withTransaction('an-administration', async (tx) => {
    await tx.administration.create({ data: { id, code, name, createdAt: new Date('2026-01-05T08:00:00Z') } });
    await tx.post.create({ data: { id: postId, administrationId: id, code: 'hq', name: { en: 'Headquarters', fr: 'Direction générale' } } });
    await tx.post.create({ data: { id: borderPostId, administrationId: id, parentId: postId, code: 'red-ford', name: { en: 'Red Ford', fr: 'Gué-Rouge' } } });
  });
  return { id, code, name, postId, borderPostId };
}
