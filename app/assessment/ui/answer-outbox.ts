/** An answer that the server has not acknowledged yet. */
export interface UnsentAnswer {
  readonly attemptId: string;
  readonly item: string;
  readonly answerId: string;
  readonly number: number;
  readonly response: readonly string[];
  readonly chosenAt: number;
}

/** Where unsent answers survive a closed window: one per question, the newest. */
export interface Outbox {
  readonly put: (answer: UnsentAnswer) => Promise<void>;
  /** Forgets an answer, unless a newer one of the same question has taken its place. */
  readonly remove: (answer: UnsentAnswer) => Promise<void>;
  /** Unsent answers of an attempt, oldest first. */
  readonly list: (attemptId: string) => Promise<UnsentAnswer[]>;
}

const store = 'unsent';
/** On a shared machine nothing is kept longer than any exam lasts. */
const keptFor = 24 * 60 * 60 * 1000;

/** The outbox of this browser; in memory alone where it keeps no database (private windows of old browsers). */
export async function openOutbox(now: number): Promise<Outbox> {
  const database = await openDatabase();
  if (!database) return memoryOutbox();
  await removeOld(database, now - keptFor);
  return {
    put: (answer) => change(database, (answers) => answers.put(answer, [answer.attemptId, answer.item])),
    remove: (answer) =>
      change(database, (answers) => {
        const key = [answer.attemptId, answer.item];
        const found = answers.get(key);
        found.onsuccess = () => {
          if (found.result?.answerId === answer.answerId) answers.delete(key);
        };
      }),
    list: async (attemptId) => (await all(database)).filter((answer) => answer.attemptId === attemptId).sort((a, b) => a.number - b.number),
  };
}

export function memoryOutbox(): Outbox {
  const answers = new Map<string, UnsentAnswer>();
  return {
    put: async (answer) => void answers.set(answer.item, answer),
    remove: async (answer) => void (answers.get(answer.item)?.answerId === answer.answerId && answers.delete(answer.item)),
    list: async (attemptId) => [...answers.values()].filter((answer) => answer.attemptId === attemptId).sort((a, b) => a.number - b.number),
  };
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open('bluepost-answers', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
  });
}

function change(database: IDBDatabase, work: (answers: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(store));
  });
}

function all(database: IDBDatabase): Promise<UnsentAnswer[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function removeOld(database: IDBDatabase, before: number): Promise<void> {
  const old = (await all(database)).filter((answer) => answer.chosenAt < before);
  if (old.length > 0) await change(database, (answers) => old.forEach((answer) => answers.delete([answer.attemptId, answer.item])));
}
