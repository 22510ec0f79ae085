/** How many the start page asks for; the edge reads the same ahead: functions/index.ts. */
export const START = { sessions: 60, retreats: 3 }
