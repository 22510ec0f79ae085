import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'

const anId = { id: /^[1-9]\d{0,15}$/ }

/** The facilitator's side, under `/desk`. */
export const deskRoutes: RouteDefinition[] = [
  {
    path: '/',
    component: lazy(() => import('./DeskLayout')),
    children: [
      { path: '/', component: lazy(() => import('./Today')) },
      { path: '/sessions', component: lazy(() => import('./DeskSessions')) },
      { path: '/sessions/new', component: lazy(() => import('./NewSession')) },
      {
        path: '/sessions/:id',
        matchFilters: anId,
        component: lazy(() => import('./DeskSession')),
      },
      {
        path: '/sessions/:id/edit',
        matchFilters: anId,
        component: lazy(() => import('./EditSession')),
      },
      {
        path: '/sessions/:id/door',
        matchFilters: anId,
        component: lazy(() => import('./Door')),
      },
      { path: '/bookings', component: lazy(() => import('./DeskBookings')) },
      { path: '/numbers', component: lazy(() => import('./Numbers')) },
      { path: '/notices', component: lazy(() => import('./DeskNotices')) },
      { path: '*rest', component: lazy(() => import('./NotAtDesk')) },
    ],
  },
]
