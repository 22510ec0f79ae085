import { proveLives } from '../test/model/lives'

proveLives('skip')
