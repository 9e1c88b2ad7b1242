import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { createHash } from 'node:crypto';
import { db, type Reader, type Tx, withTransaction } from '~/platform/db.server';
import { absoluteEnd, sessionEnd } from '../core/session-rules';
import type { SignedIn } from '../core/signed-in';
import { findSession } from './session-row.server';

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { signedIn: SignedIn };
    DatabaseSessionAttributes: { createdAt: Date };
  }
}

/** What is stored of a session's token: whoever reads the table cannot sign in with it. */
export function sessionIdAtRest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

type Write = <Value>(name: string, work: (tx: Tx) => Promise<Value>) => Promise<Value>;

/**
 * Lucia's storage. Inside a command it writes in the command's transaction; for a page it reads outside one, and the rare write
 * (sliding the expiry, dropping an ended session) has its own.
 */
export class SessionAdapter implements Adapter {
  readonly #reader: Reader;
  readonly #write: Write;
  /** The session just read already ends at its absolute end: Lucia would ask for a useless write on each of its last requests. */
  #slidNoFurther = false;

  constructor(tx?: Tx) {
    this.#reader = tx ?? db;
    this.#write = tx ? (_, work) => work(tx) : withTransaction;
  }

  async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const id = sessionIdAtRest(token);
    const found = await findSession(this.#reader, id);
    if (!found?.signedIn) return [null, null];
    const { signedIn, createdAt, expiresAt, absoluteExpiresAt } = found;
    const end = sessionEnd({ slidingEnd: expiresAt, absoluteEnd: absoluteExpiresAt });
    this.#slidNoFurther = end.getTime() === absoluteExpiresAt.getTime();
    const session = { id: token, userId: signedIn.person.id, expiresAt: end, attributes: { createdAt } };
    return [session, { id: signedIn.person.id, attributes: { signedIn } }];
  }

  async getUserSessions(personId: string): Promise<DatabaseSession[]> {
    const rows = await this.#reader.session.findMany({ where: { personId } });
    return rows.map(({ id, expiresAt, createdAt }) => ({ id, userId: personId, expiresAt, attributes: { createdAt } }));
  }

  async setSession({ id: token, userId, expiresAt, attributes: { createdAt } }: DatabaseSession): Promise<void> {
    const end = absoluteEnd(createdAt);
    await this.#write('begin-session', (tx) =>
      tx.session.create({
        data: {
          id: sessionIdAtRest(token),
          personId: userId,
          createdAt,
          expiresAt: sessionEnd({ slidingEnd: expiresAt, absoluteEnd: end }),
          absoluteExpiresAt: end,
        },
      }),
    );
  }

  /** LEAST in the statement itself: no race and no wrong clock moves a session beyond its absolute end. */
  async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
    if (this.#slidNoFurther) return;
    const id = sessionIdAtRest(token);
    await this.#write('slide-session', (tx) => tx.$executeRaw`
      UPDATE "Session" SET "expiresAt" = LEAST(${expiresAt}, "absoluteExpiresAt")
      WHERE id = ${id} AND "expiresAt" < LEAST(${expiresAt}, "absoluteExpiresAt")`);
  }

  async deleteSession(token: string): Promise<void> {
    await this.#write('end-session', (tx) => tx.session.deleteMany({ where: { id: sessionIdAtRest(token) } }));
  }

  async deleteUserSessions(personId: string): Promise<void> {
    await this.#write('end-sessions', (tx) => tx.session.deleteMany({ where: { personId } }));
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.#write('sweep-sessions', (tx) => tx.$executeRaw`DELETE FROM "Session" WHERE "expiresAt" <= now()`);
  }
}
