import pg from 'pg';
import { inParallel } from './http-client';

/** Bare `INSERT … COMMIT` through `pg` into a table of an answer's shape, at the given concurrency; rows a second. */
export async function bareCommitsPerSecond(databaseUrl: string, count: number, concurrency: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency });
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS bench_answer (attempt text, answer text, number int, position int, response jsonb, saved_at timestamptz, PRIMARY KEY (attempt, answer))');
    await pool.query('TRUNCATE bench_answer');
    const { seconds } = await inParallel(count, concurrency, async (index) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('INSERT INTO bench_answer VALUES ($1, $2, $3, $4, $5, now())', [`att_${index % concurrency}`, String(index), index, index % 20, '{"chosen":["a"]}']);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    });
    await pool.query('DROP TABLE bench_answer');
    return count / seconds;
  } finally {
    await pool.end();
  }
}
