import { env } from '~/platform/env.server';
import { type KeptMail, listOutbox, readOutbox } from '~/platform/mail.server';

export interface OutboxShown {
  readonly mails: readonly KeptMail[];
  /** A mail server is set, so mail leaves the house and nothing is shown here, not even what was kept before. */
  readonly sent: boolean;
}

export async function outboxPage(): Promise<OutboxShown> {
  if (env().smtpUrl) return { mails: [], sent: true };
  return { mails: await listOutbox({ atMost: 100 }), sent: false };
}

export async function mailPage(id: string): Promise<KeptMail | null> {
  return env().smtpUrl ? null : readOutbox(id);
}
