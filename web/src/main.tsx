import { render } from 'solid-js/web'
import './styles/fonts.css'

const root = document.getElementById('root')
if (root) render(() => <h1>Stillpoint</h1>, root)
