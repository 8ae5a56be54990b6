import type { Place } from './form-flow.ts'

/**
 * Seals places in forms for addresses, so that each page of a form has its own and Back and Reload work. The server gives
 * it: ciphers are not for pages.
 */
export interface PlaceSeal {
  /** A place as text for an address, sealed for a session by its form token; null when it is too long for one. */
  seal(place: Place, formToken: string): string | null
  /** The place in such a text; null when another session sealed it or it was changed. */
  open(text: string | null, formToken: string): Place | null
}
