import type { TestDatabase } from './database';

/**
 * Changes a row that the database protects, as somebody with root on the machine would: the triggers are switched off for one
 * statement.
 */
export async function tamper(sql: TestDatabase['sql'], table: string, statement: string, values: readonly unknown[] = []): Promise<void> {
  await sql(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  try {
    await sql(statement, [...values]);
  } finally {
    await sql(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  }
}
