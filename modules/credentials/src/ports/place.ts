import { port } from '@tereze/operation'

/** Where this installation is reached: addresses in credentials begin with it. */
export interface Place {
  /** `https://example.org`, without a slash at the end. */
  readonly origin: string
  /** The OpenID provider that gives wallets their tokens. */
  readonly authorizationServer: string
}
/** Bound by the composition root. */
export const place = port<Place>('credentials.place')
