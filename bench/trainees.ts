import pg from 'pg';

/**
 * Gives the running installation as many fresh trainees as the benchmark needs. They share the demo trainee's password hash, so
 * each sign-in pays for a real Argon2id verification.
 */
export async function addTrainees(databaseUrl: string, emails: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "Person" (id, "administrationId", "postId", email, name, "passwordHash", locale, "timeZone", "createdAt", revision)
       SELECT 'per_' || substr(translate(md5(e || 'x') || md5(e), 'ilou', 'wxyz'), 1, 26), p."administrationId", p."postId", e, 'Bench Trainee', p."passwordHash", p.locale, p."timeZone", now(), 0
       FROM unnest($1::text[]) AS e, "Person" p WHERE p.email = 'trainee@aurelia.example'`,
      [emails],
    );
    await client.query(
      `INSERT INTO "RoleGrant" (id, "personId", role, "grantedBy", "grantedAt")
       SELECT 'rol_' || substr(p.id, 5), p.id, 'trainee', 'system', now() FROM "Person" p WHERE p.email = ANY($1::text[])`,
      [emails],
    );
  } finally {
    await client.end();
  }
}
