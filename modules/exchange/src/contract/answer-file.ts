import { event } from '@tereze/operation'
import { Type } from 'typebox'
import { FileId } from './sent-file.ts'
import { ServiceVersion } from './service-version.ts'

/** A file of an answer is here and was looked at, let through or not: the question that waits for it may be asked again. */
export const answerFileReceived = event({
  type: 'exchange.answer-file-received',
  does: 'A file that belongs to an answer came whole and was checked, with whatever came of it.',
  data: Type.Object({
    /** The message that was answered. */
    message: Type.String({ format: 'uuid' }),
    file: FileId,
    contract: ServiceVersion,
    /** The case for which it was asked; null where it was asked for none. */
    case: Type.Union([Type.String(), Type.Null()]),
  }),
})
