import { Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import './styles/index.css'
import { registerServiceWorker } from './offline/register'
import { Shell } from './pages/Shell'
import { routes } from './routes'
import { followOtherTabs } from './users/me'

followOtherTabs()
registerServiceWorker()

const root = document.getElementById('root')
if (root) render(() => <Router root={Shell}>{routes}</Router>, root)
