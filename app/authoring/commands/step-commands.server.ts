import type { Draft } from '~/authoring/core/draft';
import type { PersonActor } from '~/kernel/actor';
import type { Instant } from '~/kernel/instant';
import type { Result } from '~/kernel/result';
import { type CatchUpRefusal, catchUpDraft, catchUpStatus } from './catch-up-draft.server';
import { publishDraft, type PublishDraftRefusal, publishDraftStatus } from './publish-draft.server';
import { approveDraft, requestChanges, type ReviewCommand, type ReviewRefusal, reviewStatus, submitForReview, takeBackDraft } from './review-draft.server';
import { withdrawDraft, type WithdrawRefusal, withdrawStatus } from './withdraw-draft.server';
import { withdrawPublished, type WithdrawPublishedRefusal, withdrawPublishedStatus } from './withdraw-published.server';

/** The closed list of what the review page's forms can ask for. */
export const askedSteps = ['submit', 'take-back', 'request-changes', 'approve', 'publish', 'catch-up', 'withdraw', 'withdraw-published'] as const;
export type AskedStep = (typeof askedSteps)[number];

export type StepRefusal = ReviewRefusal | PublishDraftRefusal | CatchUpRefusal | WithdrawRefusal | WithdrawPublishedRefusal;

export const stepStatus = {
  ...reviewStatus,
  ...publishDraftStatus,
  ...catchUpStatus,
  ...withdrawStatus,
  ...withdrawPublishedStatus,
} satisfies Record<StepRefusal, number>;

type Command = (command: ReviewCommand, circumstances: { readonly actor: PersonActor; readonly now: Instant }) => Promise<Result<Draft, StepRefusal>>;

/** The command behind each word of the page. */
export const stepCommands: Readonly<Record<AskedStep, Command>> = {
  submit: submitForReview,
  'take-back': takeBackDraft,
  'request-changes': requestChanges,
  approve: approveDraft,
  publish: publishDraft,
  'catch-up': catchUpDraft,
  withdraw: withdrawDraft,
  'withdraw-published': withdrawPublished,
};
