/**
 * Saves each answer of an exam as it is chosen, over a line that may break: kept in the browser first, then sent until the server
 * acknowledges it. The forms of the page work without any of this.
 */
import { type AnswerDesk, answerDesk } from './answer-desk';
import { type AnswerFormElement, findAnswerForms } from './answer-form-element';
import { openOutbox } from './answer-outbox';
import { sendAnswer } from './answer-sender';
import { type AttemptBar, countDown, findAttemptBar } from './attempt-bar';

async function begin(bar: AttemptBar): Promise<void> {
  const forms = findAnswerForms(document);
  const outbox = await openOutbox(Date.now());
  const others = new BroadcastChannel(`bluepost-attempt-${bar.attemptId}`);
  const kept = await outbox.list(bar.attemptId);
  const desk = answerDesk({ bar, forms, outbox, send: sendAnswer, tellOthers: (number) => others.postMessage(number) });
  others.onmessage = ({ data }: MessageEvent<unknown>) => desk.noteNumber(Number(data));

  // What an earlier window could not send is shown as chosen, and sent now.
  for (const answer of kept) {
    desk.noteNumber(answer.number);
    forms.find((form) => form.item === answer.item)?.choose(answer.response);
  }
  for (const form of forms) listen(form, desk);
  handInAfterSending(desk);
  // The line may be back, or the trainee has signed in again in another window.
  for (const moment of ['online', 'focus']) addEventListener(moment, () => void desk.flush());
  let over = false;
  addEventListener('beforeunload', (event) => {
    if (desk.hasUnsent() && !over) event.preventDefault();
  });
  countDown(bar, () => {
    over = true;
    void desk.flush().finally(() => location.assign(`/attempts/${bar.attemptId}/result`));
  });
  await desk.flush();
}

function listen(form: AnswerFormElement, desk: AnswerDesk): void {
  let changed = false;
  form.element.addEventListener('change', () => {
    changed = true;
    void desk.keep(form).then(() => (changed = false));
  });
  form.element.addEventListener('submit', (event) => {
    // The second button also sets a mark: the plain form does both.
    if (event.submitter?.getAttribute('name') === 'flag') return;
    event.preventDefault();
    const ready = changed ? desk.flush() : desk.keep(form).then(desk.flush);
    void ready.then((unsent) => goOn(form, unsent));
  });
}

/** To the next question on this page; else to the next page, once everything is sent: a page that cannot be loaded helps nobody. */
function goOn(form: AnswerFormElement, unsent: number): void {
  const position = Number(form.element.dataset['answerForm']);
  const next = document.getElementById(`q-${position + 1}`);
  if (next) next.focus();
  else if (unsent === 0) location.assign(form.next);
}

/** Handing in waits until the server has every answer. */
function handInAfterSending(desk: AnswerDesk): void {
  const form = document.querySelector<HTMLFormElement>('form[data-submit-form]');
  form?.addEventListener('submit', (event) => {
    if (!desk.hasUnsent()) return;
    event.preventDefault();
    void desk.flush().then((unsent) => {
      if (unsent === 0) form.submit();
    });
  });
}

const bar = findAttemptBar(document);
if (bar) void begin(bar);
