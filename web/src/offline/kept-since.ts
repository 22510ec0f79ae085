import { createSignal } from 'solid-js'

/** Since when what is shown is what was kept, in epoch ms; null while the network answers. */
export const [keptSince, setKeptSince] = createSignal<number | null>(null)
