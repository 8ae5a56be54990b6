import { module } from '@tereze/foundation-operations'
import { answerPower } from './operations/answer-power.ts'
import { beginEmergency } from './operations/begin-emergency.ts'
import { endEmergency } from './operations/end-emergency.ts'
import { endPower } from './operations/end-power.ts'
import { explainAccess } from './operations/explain-access.ts'
import { findConsent } from './operations/find-consent.ts'
import { getAgreement } from './operations/get-agreement.ts'
import { getPower } from './operations/get-power.ts'
import { giveConsent } from './operations/give-consent.ts'
import { givePower } from './operations/give-power.ts'
import { listConsents } from './operations/list-consents.ts'
import { listEmergencies } from './operations/list-emergencies.ts'
import { listOwnEmergencies } from './operations/list-own-emergencies.ts'
import { listOwnPowers } from './operations/list-own-powers.ts'
import { listPermissions } from './operations/list-permissions.ts'
import { listPowers } from './operations/list-powers.ts'
import { listRepresentatives } from './operations/list-representatives.ts'
import { noteFilePower } from './operations/note-file-power.ts'
import { refuseConsent } from './operations/refuse-consent.ts'
import { reviewEmergency } from './operations/review-emergency.ts'
import { takeFilePower } from './operations/take-file-power.ts'
import { verifyReceipt } from './operations/verify-receipt.ts'
import { withdrawConsent } from './operations/withdraw-consent.ts'

export { type AuthoriserOptions, createAuthoriser } from './authoriser.ts'
export { type PolicySource, policySource } from './ports/policy-source.ts'
export { powerScheme } from './ports/power-scheme.ts'
export type { PowerScheme } from './powers/power-scheme.ts'
export { readyPolicy } from './rules/ready-policy.ts'

/** Who may, why, and where: one policy engine over rules that are data; access in an emergency; who acts for whom; what persons consented to. */
export const access = module({
  name: 'access',
  operations: [
    explainAccess,
    listPermissions,
    beginEmergency,
    endEmergency,
    listOwnEmergencies,
    listEmergencies,
    reviewEmergency,
    listOwnPowers,
    listPowers,
    listRepresentatives,
    getPower,
    givePower,
    answerPower,
    endPower,
    takeFilePower,
    noteFilePower,
    getAgreement,
    giveConsent,
    refuseConsent,
    withdrawConsent,
    listConsents,
    findConsent,
    verifyReceipt,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
