import type { NetworkPlaces } from './port.ts'

/** A source that cannot be asked: people sign in all the same. */
export const failingNetworkPlaces: NetworkPlaces = {
  find: () => Promise.reject(new Error('the source of network places does not answer')),
}
