import { module } from '@tereze/foundation-operations'
import { passDaysJob } from './jobs/pass-days.ts'
import { approveRegulationHandler } from './operations/approve-regulation.ts'
import { beginRegulationHandler } from './operations/begin-regulation.ts'
import { getInForceHandler } from './operations/get-in-force.ts'
import { getRegulationHandler } from './operations/get-regulation.ts'
import { getTextHandler } from './operations/get-text.ts'
import { giveVoiceHandler } from './operations/give-voice.ts'
import { listInForceHandler } from './operations/list-in-force.ts'
import { listRegulationsHandler } from './operations/list-regulations.ts'
import { takeStepHandler } from './operations/take-step.ts'
import { writeApprovalHandler } from './operations/write-approval.ts'
import { printTextHandler } from './protocols/print-text.ts'
import { onVoiceGiven } from './subscribers/on-voice-given.ts'
import { onVoiceSettled } from './subscribers/on-voice-settled.ts'

export { regulationKeeper } from './keeper.ts'
export { type LegalPrinter, legalPrinter, type PrintedText } from './ports/legal-printer.ts'

/** The life of digital regulations: agreed by several bodies, signed, registered, in force, amended, repealed. */
export const regulations = module({
  name: 'regulations',
  operations: [
    beginRegulationHandler,
    takeStepHandler,
    giveVoiceHandler,
    writeApprovalHandler,
    approveRegulationHandler,
    listRegulationsHandler,
    getRegulationHandler,
    getTextHandler,
    listInForceHandler,
    getInForceHandler,
  ],
  protocols: [printTextHandler],
  subscribers: [onVoiceGiven, onVoiceSettled],
  jobs: [passDaysJob],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
