const NAME = 'door-'

/** Where one person's lists and moves lie on this machine. */
export const doorDatabase = (userId: number) => `${NAME}${userId}`

/** Leaves the lists of nobody but this person: they are full of names. */
export async function forgetDoorsBut(userId: number | null): Promise<void> {
  // Missing where a browser forbids storage; then nothing was kept.
  const all = (await globalThis.indexedDB?.databases?.()) ?? []
  for (const { name } of all) {
    const isAnothers = name?.startsWith(NAME) && (userId === null || name !== doorDatabase(userId))
    if (name && isAnothers) indexedDB.deleteDatabase(name)
  }
}
