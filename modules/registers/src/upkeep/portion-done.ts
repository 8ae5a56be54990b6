/** What one portion of long work did; the next begins after `cursor`, null when there is none. */
export interface PortionDone {
  readonly cursor: string | null
  readonly done: number
  readonly found: number
}
