import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Duration, seconds } from '~/kernel/instant';
import { logger } from './logger.server';
import { Prisma, PrismaClient } from './prisma/client';

type WriteMethod =
  | 'create'
  | 'createMany'
  | 'createManyAndReturn'
  | 'update'
  | 'updateMany'
  | 'updateManyAndReturn'
  | 'upsert'
  | 'delete'
  | 'deleteMany';

type Models = Exclude<keyof PrismaClient, `$${string}` | symbol>;

/** What reads take: every model without its write methods, and raw queries. A `Tx` is a `Reader` too. */
export type Reader = { readonly [Model in Models]: Omit<PrismaClient[Model], WriteMethod> } & Pick<PrismaClient, '$queryRaw'>;

declare const insideTransaction: unique symbol;

/** A running transaction. Only `withTransaction` makes one, so a write outside a transaction does not compile. */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

export type { Prisma };

let pool: pg.Pool | undefined;
let client: PrismaClient | undefined;

/** For reading outside a transaction. Assigned by `connectDatabase`. */
export let db: Reader;

export interface DatabaseOptions {
  readonly url: string;
  readonly connections: number;
}

/** Connects this process to its database; call once before the first request. */
export function connectDatabase({ url, connections }: DatabaseOptions): void {
  pool = new pg.Pool({ connectionString: url, max: connections, idleTimeoutMillis: 0, connectionTimeoutMillis: 5000 });
  pool.on('error', (error) => logger.error({ error }, 'an idle database connection failed'));
  client = new PrismaClient({ adapter: new PrismaPg(pool) });
  db = client;
}

export async function disconnectDatabase(): Promise<void> {
  await client?.$disconnect();
  if (pool && !pool.ended) await pool.end();
  client = undefined;
  pool = undefined;
}

/** The pool itself, for LISTEN, advisory locks and the job runner. @throws Error before `connectDatabase` */
export function databasePool(): pg.Pool {
  if (!pool) throw new Error('The database was used before it was connected');
  return pool;
}

const attempts = 4;

/**
 * Runs `work` in one transaction and commits when it returns; any throw rolls back. Serialisation failures and deadlocks are
 * tried again a bounded number of times, so `work` must have no effect outside the database.
 * @param name the command, for the log
 * @param options.longest after this the transaction is given up; only what nobody waits for may take longer than the usual 30 s
 */
export async function withTransaction<Value>(
  name: string,
  work: (tx: Tx) => Promise<Value>,
  { longest = seconds(30) }: { readonly longest?: Duration } = {},
): Promise<Value> {
  if (!client) throw new Error('The database was used before it was connected');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction((tx) => work(tx as Tx), { maxWait: 15_000, timeout: longest });
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error;
      logger.warn({ transaction: name, attempt }, 'transaction repeated after a conflict');
    }
  }
}

/** SQLSTATE 40001 (serialisation failure) and 40P01 (deadlock), as Prisma reports them. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || /40001|40P01/.test(error.message);
}

/** Whether an insert met a row that is already there (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2002' || /23505/.test(error.message));
}
