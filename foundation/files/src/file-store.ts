import { port } from '@tereze/operation'
import type { Files } from './port.ts'

/** Where modules find the files. */
export const fileStore = port<Files>('foundation.file-store')
