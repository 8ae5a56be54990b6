import { module } from '@tereze/foundation-operations'
import { lookAtLog } from './jobs/look-at-log.ts'
import { remindOfLeaks } from './jobs/remind-of-leaks.ts'
import { remindOfReviews } from './jobs/remind-of-reviews.ts'
import { tellOfLeaks } from './jobs/tell-of-leaks.ts'
import { assignIncidentHandler } from './operations/assign-incident.ts'
import { endExemptionHandler } from './operations/end-exemption.ts'
import { fulfilLeakDutyHandler } from './operations/fulfil-leak-duty.ts'
import { getIncidentHandler } from './operations/get-incident.ts'
import { getLeakTellingHandler } from './operations/get-leak-telling.ts'
import { getOverviewHandler } from './operations/get-overview.ts'
import { giveExemptionHandler } from './operations/give-exemption.ts'
import { judgeIncidentHandler } from './operations/judge-incident.ts'
import { linkOfficialHandler } from './operations/link-official.ts'
import { listExemptionsHandler } from './operations/list-exemptions.ts'
import { listIncidentsHandler } from './operations/list-incidents.ts'
import { listLeakPersonsHandler } from './operations/list-leak-persons.ts'
import { listLeaksHandler } from './operations/list-leaks.ts'
import { listWatchedPersonsHandler } from './operations/list-watched-persons.ts'
import { nameLeakPersonsHandler } from './operations/name-leak-persons.ts'
import { noteLeakToldHandler } from './operations/note-leak-told.ts'
import { recordLeakHandler } from './operations/record-leak.ts'
import { tellLeakPersonsHandler } from './operations/tell-leak-persons.ts'
import { unlinkOfficialHandler } from './operations/unlink-official.ts'
import { unwatchPersonHandler } from './operations/unwatch-person.ts'
import { watchPersonHandler } from './operations/watch-person.ts'
import { onEmergencyBegun } from './subscribers/on-emergency-begun.ts'
import { onEmergencyReviewed } from './subscribers/on-emergency-reviewed.ts'
import { onWitnessDoubted } from './subscribers/on-witness-doubted.ts'

export { vigilancePackages } from './definition/check-rules.ts'
export { type RecordPersons, recordPersons } from './ports/record-persons.ts'
export { type SealedLine, type SealedLines, sealedLines } from './ports/sealed-lines.ts'
export { type SignInTravel, type SignInTravels, signInTravels } from './ports/sign-in-travels.ts'

/** Looks at the audit log by rules that are data, and raises incidents that the security officer judges. */
export const vigilance = module({
  name: 'vigilance',
  operations: [
    getOverviewHandler,
    listIncidentsHandler,
    getIncidentHandler,
    assignIncidentHandler,
    judgeIncidentHandler,
    listExemptionsHandler,
    giveExemptionHandler,
    endExemptionHandler,
    listWatchedPersonsHandler,
    watchPersonHandler,
    unwatchPersonHandler,
    linkOfficialHandler,
    unlinkOfficialHandler,
    recordLeakHandler,
    listLeaksHandler,
    fulfilLeakDutyHandler,
    nameLeakPersonsHandler,
    tellLeakPersonsHandler,
    listLeakPersonsHandler,
    getLeakTellingHandler,
    noteLeakToldHandler,
  ],
  subscribers: [onEmergencyBegun, onEmergencyReviewed, onWitnessDoubted],
  jobs: [lookAtLog, remindOfReviews, remindOfLeaks, tellOfLeaks],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
