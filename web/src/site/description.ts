/**
 * The house in one sentence, for whoever was told no other: vite.config.ts puts it into index.html,
 * functions/words.ts says it where the start page is shared.
 */
export const DESCRIPTION = 'Classes and retreats, with every free seat counted this moment.'
