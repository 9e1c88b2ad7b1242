import { useBlocker } from '@remix-run/react';
import { useEffect } from 'react';
import type { DraftSaver } from './draft-saver';

/** Going to another page of the studio waits for the save, so that the next page shows what was just written. */
export function useSaveBeforeLeaving(saver: DraftSaver): void {
  const blocker = useBlocker(() => saver.isUnsaved);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void saver.saveNow().then(() => (saver.isUnsaved ? blocker.reset() : blocker.proceed()));
  }, [blocker, saver]);
}
