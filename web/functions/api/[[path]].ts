import { passOn } from '../pass-on'

/** Everything under /api is the Worker's to answer, the notices' socket too. */
export const onRequest = passOn
