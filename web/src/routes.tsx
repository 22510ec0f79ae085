import { Navigate, type RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'
import { facilitator } from './facilitators/facilitators'
import { deskRoutes } from './pages/desk/routes'
import Home from './pages/Home'
import VisitorLayout from './pages/VisitorLayout'
import { paths } from './paths'
import { readStart, session } from './sessions/sessions'

/** Every address of the site. `/desk` brings its own layout; everything else shares the visitor's. */
export const routes: RouteDefinition[] = [
  { path: paths.desk, children: deskRoutes },
  {
    path: '/',
    component: VisitorLayout,
    children: [
      {
        path: '/',
        component: Home,
        // Begun early; the page itself reads it again and says what failed.
        preload: () => void readStart().catch(() => {}),
      },
      { path: '/sessions', component: lazy(() => import('./pages/Sessions')) },
      {
        path: '/sessions/:id',
        matchFilters: { id: /^[1-9]\d{0,15}$/ },
        component: lazy(() => import('./pages/Session')),
        preload: ({ params }) => void session(Number(params.id)),
      },
      { path: '/facilitators', component: lazy(() => import('./pages/Facilitators')) },
      {
        path: '/facilitators/:id',
        matchFilters: { id: /^[1-9]\d{0,15}$/ },
        component: lazy(() => import('./pages/Facilitator')),
        preload: ({ params }) => void facilitator(Number(params.id)).catch(() => {}),
      },
      { path: '/my-bookings', component: lazy(() => import('./pages/YourSeats')) },
      { path: '/sign-in', component: lazy(() => import('./pages/SignIn')) },
      { path: '/sign-up', component: lazy(() => import('./pages/SignUp')) },
      { path: '/forgot-password', component: lazy(() => import('./pages/ForgotPassword')) },
      // Letters lead to these three, with a token in the fragment: worker/mail/site-links.ts.
      { path: '/reset-password', component: lazy(() => import('./pages/ResetPassword')) },
      { path: '/verify-email', component: lazy(() => import('./pages/VerifyEmail')) },
      {
        path: '/offers/:id',
        matchFilters: { id: /^[1-9]\d{0,15}$/ },
        component: lazy(() => import('./pages/Offer')),
      },
      { path: paths.privacy, component: lazy(() => import('./pages/Privacy')) },
      { path: '/account', component: lazy(() => import('./pages/Account')) },

      // Addresses of the older site: links in old mail and bookmarks go somewhere right.
      { path: '/dashboard', component: lazy(() => import('./pages/OldDashboard')) },
      moved('/login', paths.signIn()),
      moved('/register', paths.signUp()),
      moved('/bookings', paths.yourSeats()),
      moved('/facilitator', paths.desk),
      moved('/facilitator/*rest', paths.desk),
      moved('/sessions/create', paths.deskNewSession),

      // Tokens and components, for those who build with them.
      ...(import.meta.env.DEV
        ? [{ path: '/style', component: lazy(() => import('./pages/style/Style')) }]
        : []),
      { path: '*rest', component: lazy(() => import('./pages/NotFound')) },
    ],
  },
]

function moved(path: string, to: string): RouteDefinition {
  return { path, component: () => <Navigate href={to} /> }
}
