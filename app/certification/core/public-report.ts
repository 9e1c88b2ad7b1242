import type { VerificationReport } from './verification-report';

/** A verification as JSON: the same facts as on the page. Instants are ISO 8601 in UTC. */
export function publicReport({ answer, facts, digest, checks, log, decisions, statusLists, checkedAt }: VerificationReport) {
  const { number, address, holder, issuer, title, scope, limits, criteria, code, version, passMark, locale } = facts;
  return {
    number,
    status: answer,
    valid: answer === 'valid',
    checkedAt: checkedAt.toISOString(),
    certified: {
      holder,
      title,
      scope,
      limits,
      criteria,
      language: locale,
      assessment: { code, version, requiredPercent: passMark },
      issuer: { id: issuer.did, name: issuer.name },
      examinedFrom: facts.examined.from.toISOString(),
      examinedTo: facts.examined.to.toISOString(),
      awardedDate: facts.awardedAt.toISOString(),
      validFrom: facts.validFrom.toISOString(),
      validUntil: facts.validUntil.toISOString(),
      signedBy: facts.signedBy,
    },
    credential: { id: address, sha256: digest },
    decisions: decisions.map(({ event, at, replacedBy }) => ({ event, at: at.toISOString(), ...(replacedBy !== null && { replacedBy }) })),
    checks: checks.map(({ name, outcome, refusal }) => ({ name, outcome, ...(refusal !== null && { refusal }) })),
    log: log && { origin: log.origin, index: log.index, size: log.size, root: log.root, checkpoint: log.checkpoint, inclusionProof: log.inclusionProof },
    statusLists,
  };
}
