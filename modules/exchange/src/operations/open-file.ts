import { handle } from '@tereze/foundation-operations'
import { openFile } from '../contract/kept-file.ts'
import { openParts } from '../files/open-parts.ts'

/** Opens a file for an official. */
export const openFileHandler = handle(openFile, {
  tenant: input => input.organisation,
  run: ({ organisation, file }, context) => openParts(context, organisation, file),
})
