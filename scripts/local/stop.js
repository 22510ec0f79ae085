/** Something the person at the keyboard can mend. Its message is all they see. */
export class Stop extends Error {
  /** @override */
  name = 'Stop'
}
