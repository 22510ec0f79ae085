import { passOn } from './pass-on'

export const onRequest = passOn
