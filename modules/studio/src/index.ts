import { module } from '@tereze/foundation-operations'
import { getAroundHandler } from './operations/get-around.ts'

/** Working copies of packages: written by several people at once, checked, published with four eyes. */
export const studio = module({
  name: 'studio',
  operations: [getAroundHandler],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
