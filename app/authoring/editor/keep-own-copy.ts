import type { LessonText } from '~/authoring/core/draft';

/** Puts a text into a draft of its own. False when the server did not take it: the text then stays where it is. */
export async function keepOwnCopy(draftId: string, text: LessonText): Promise<boolean> {
  try {
    const response = await fetch(`/studio/drafts/${draftId}/copy`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(text),
      redirect: 'error',
    });
    return response.ok;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}
