// What a phone keeps of meetings until the network is back: in IndexedDB, so that it outlives the page and the phone's restart.

export const phoneCache = 'nastavnik-phone';

/** One entry of the form as it will be sent. */
export interface Entry {
  /** Made here once: sent twice it is stored once. */
  readonly key: string;
  readonly account: string;
  /** «Дарья М., 8.02» */
  readonly title: string;
  readonly fields: readonly (readonly [string, string])[];
  /** look: a person has to decide something about it. */
  readonly state: 'waiting' | 'look';
}

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(phoneCache, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('entries', { keyPath: 'key' });
    request.result.createObjectStore('drafts');
  };
  return finished(request);
};

const within = async <T>(
  name: 'entries' | 'drafts',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const db = await open();
  try {
    const change = db.transaction(name, mode);
    const done = new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onabort = () => reject(change.error);
    });
    const value = await finished(work(change.objectStore(name)));
    await done;
    return value;
  } finally {
    db.close();
  }
};

export const allEntries = (): Promise<Entry[]> => within('entries', 'readonly', (store) => store.getAll());

export const putEntry = async (entry: Entry): Promise<void> => {
  await within('entries', 'readwrite', (store) => store.put(entry));
};

export const removeEntry = (key: string): Promise<undefined> =>
  within('entries', 'readwrite', (store) => store.delete(key));

export type Draft = readonly (readonly [string, string])[];

export const readDraft = (account: string): Promise<Draft | undefined> =>
  within('drafts', 'readonly', (store) => store.get(account));

export const putDraft = async (account: string, draft: Draft): Promise<void> => {
  await within('drafts', 'readwrite', (store) => store.put(draft, account));
};

export const removeDraft = (account: string): Promise<undefined> =>
  within('drafts', 'readwrite', (store) => store.delete(account));

/** Nothing of a person stays on the phone: entries, drafts, kept pages. */
export const wipePhone = async (): Promise<void> => {
  if ('caches' in window) await caches.delete(phoneCache);
  await finished(indexedDB.deleteDatabase(phoneCache));
};
