import type { RouteDefinition } from '@solidjs/router'

/** What lies under `/desk`: the facilitator's side, with its own layout. */
export const deskRoutes: RouteDefinition[] = []
