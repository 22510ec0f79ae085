import { doorDatabase } from './forget'

/*
 * Values by key in IndexedDB, a database for each person. Each is changed in one transaction, so
 * that two windows of one phone never overwrite each other.
 */

const STORE = 'kept'

/** What one person's door keeps on this phone. Rejects where a browser forbids it. */
export function keptBy(userId: number) {
  let opening: Promise<IDBDatabase> | null = null
  const again = () => {
    opening = null
  }

  function opened(): Promise<IDBDatabase> {
    opening ??= open(doorDatabase(userId), again)
    opening.catch(again)
    return opening
  }

  async function inStore(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => void,
  ): Promise<void> {
    const database = await opened()
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }

  return {
    async read<Value>(key: string): Promise<Value | undefined> {
      let reading: IDBRequest | undefined
      await inStore('readonly', (store) => {
        reading = store.get(key)
      })
      return reading?.result
    },

    /** Every value whose key begins so. */
    async readAll<Value>(beginning: string): Promise<Value[]> {
      let reading: IDBRequest | undefined
      const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`)
      await inStore('readonly', (store) => {
        reading = store.getAll(range)
      })
      return reading?.result ?? []
    },

    async change<Value>(key: string, change: (before?: Value) => Value): Promise<Value> {
      let after: Value | undefined
      await inStore('readwrite', (store) => {
        const reading = store.get(key)
        reading.onsuccess = () => {
          after = change(reading.result)
          store.put(after, key)
        }
      })
      return after as Value
    },
  }
}

function open(name: string, onGone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      // Somebody signs out in another window: it is to be deleted, and must not be held open.
      database.onversionchange = () => {
        database.close()
        onGone()
      }
      database.onclose = onGone
      resolve(database)
    }
  })
}
