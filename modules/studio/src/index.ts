import { module } from '@tereze/foundation-operations'

/** Working copies of packages: written by several people at once, checked, published with four eyes. */
export const studio = module({
  name: 'studio',
  operations: [],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
