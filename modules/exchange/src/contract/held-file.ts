import { OrganisationId, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { FileId, fileAwaited, fileExpired, fileNotFound, fileRefused, SentFile } from './sent-file.ts'

/** Who needs a file, e.g. `case/case_…`. */
const Holder = Type.String({ minLength: 1, maxLength: 200 })

/** Keeps a file for somebody. */
export const holdFile = operation({
  name: 'exchange.hold-file',
  does: 'Keeps a file that came beyond the term of its contract, for as long as somebody needs it; held twice it is held once.',
  input: Type.Object({ organisation: OrganisationId, file: FileId, holder: Holder }),
  output: Type.Object({
    ...SentFile.properties,
    /** What the check for viruses said: `clean`, or `unchecked` where no scanner is set up. */
    virusCheck: Type.String(),
  }),
  permission: 'exchange.file.hold',
  refusals: [fileNotFound, fileAwaited, fileRefused, fileExpired],
})

/** Lets a file go. */
export const releaseFile = operation({
  name: 'exchange.release-file',
  does: 'Tells that somebody does not need a file any more: it goes when its term is over and nobody else holds it.',
  input: Type.Object({ organisation: OrganisationId, file: FileId, holder: Holder }),
  output: Type.Object({ file: FileId }),
  permission: 'exchange.file.hold',
})
