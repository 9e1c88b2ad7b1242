import type { AttemptEvidence, EvidenceItem } from '~/assessment/queries/attempt-evidence.server';
import { renderStem } from '~/content/rich-text/render-document.server';
import { canonicalJson } from '~/kernel/canonical-json';
import type { EventShown, EvidenceShown, ItemShown } from '../core/evidence-shown';

/** An attempt as its page tells it: words in the language in which the trainee sat it, times and names for the reader. */
export function shownEvidence(evidence: AttemptEvidence, names: ReadonlyMap<string, string>): EvidenceShown {
  const { attempt, form, grades, events } = evidence;
  return {
    attemptId: attempt.attemptId,
    personId: attempt.personId,
    holder: names.get(attempt.personId) ?? attempt.personId,
    number: attempt.number,
    state: attempt.standing.state,
    locale: attempt.locale,
    assessment: form.assessmentCode,
    assessmentVersionId: attempt.assessmentVersionId,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    passMark: `${form.passMark.numerator}/${form.passMark.denominator}`,
    minutes: form.timeLimitMinutes + form.extraMinutes,
    events: events.map((link) => shownEvent(link, names)),
    items: evidence.items.map((item) => shownItem(item, evidence)),
    grades: grades.map(({ gradeId, number, points, maxPoints, passed, gradedAt, graderVersion }) => ({ gradeId, number, points, maxPoints, passed, gradedAt, graderVersion })),
  };
}

function shownEvent({ event, recomputedHash, fault }: AttemptEvidence['events'][number], names: ReadonlyMap<string, string>): EventShown {
  const { sequence, type, actorId, at, hash, payload } = event;
  return { sequence, type, actor: names.get(actorId) ?? actorId, at: new Date(at), hash, recomputedHash, fault, payload: canonicalJson(payload) };
}

function shownItem({ position, version, options, response, key }: EvidenceItem, { attempt, grades }: AttemptEvidence): ItemShown {
  const text = version.body.text[attempt.locale];
  const mark = grades.at(-1)?.byItem.find((score) => score.position === position);
  return {
    position,
    code: version.code,
    version: version.number,
    versionId: version.id,
    hash: version.hash,
    outcome: version.outcome,
    stemHtml: renderStem(text.stem, attempt.locale),
    options: options.map(({ option }) => ({
      id: option,
      // The words of a true/false question are the interface's.
      text: text.options[option] ?? null,
      chosen: response?.chosen.includes(option) ?? false,
      right: key.correct.includes(option),
    })),
    answered: (response?.chosen.length ?? 0) > 0,
    points: mark?.points ?? null,
    maxPoints: mark?.maxPoints ?? version.points,
  };
}
