import { port } from '@tereze/operation'
import type { PowerScheme } from '../powers/power-scheme.ts'

/** Where the classifier of powers comes from: the published content. */
export const powerScheme = port<{ scheme(): PowerScheme }>('access.power-scheme')
