import { module } from '@tereze/foundation-operations'
import { answerPower } from './operations/answer-power.ts'
import { endPower } from './operations/end-power.ts'
import { explainAccess } from './operations/explain-access.ts'
import { findConsent } from './operations/find-consent.ts'
import { getAgreement } from './operations/get-agreement.ts'
import { getPower } from './operations/get-power.ts'
import { giveConsent } from './operations/give-consent.ts'
import { givePower } from './operations/give-power.ts'
import { listConsents } from './operations/list-consents.ts'
import { listOwnPowers } from './operations/list-own-powers.ts'
import { listPowers } from './operations/list-powers.ts'
import { verifyReceipt } from './operations/verify-receipt.ts'
import { withdrawConsent } from './operations/withdraw-consent.ts'

export { type AuthoriserOptions, createAuthoriser } from './authoriser.ts'
export { policySource } from './ports/policy-source.ts'
export { powerScheme } from './ports/power-scheme.ts'
export type { PowerScheme } from './powers/power-scheme.ts'
export { type CompiledPolicy, compilePolicy, type PolicyProblem, PolicyWrong } from './rules/compile-policy.ts'
export { type AccessCase, decideAccess } from './rules/decide-access.ts'

/** Who may, why, and where: one policy engine over rules that are data, who acts for whom, and what persons consented to. */
export const access = module({
  name: 'access',
  operations: [
    explainAccess,
    listOwnPowers,
    listPowers,
    getPower,
    givePower,
    answerPower,
    endPower,
    getAgreement,
    giveConsent,
    withdrawConsent,
    listConsents,
    findConsent,
    verifyReceipt,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
