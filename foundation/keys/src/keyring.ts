import { port } from '@tereze/operation'
import type { Keys } from './keys.ts'

/** How modules reach the keys; bound by the composition root. */
export const keyring = port<Keys>('foundation.keys')
