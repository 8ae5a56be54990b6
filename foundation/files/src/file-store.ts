import { port } from '@tereze/foundation-operations'
import type { Files } from './port.ts'

/** Where modules find the files. */
export const fileStore = port<Files>('foundation.file-store')
