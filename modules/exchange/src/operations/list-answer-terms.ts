import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listAnswerTerms } from '../contract/queue.ts'
import { findService } from '../rules/service-version.ts'
import { promisedTerm } from '../rules/term.ts'
import { countAnswerTerms, listAskedContracts } from '../store/answer-terms.ts'

const looksBack = 30 * 86_400_000

/** Lists how agencies keep the answer terms of their contracts. */
export const listAnswerTermsHandler = handle(listAnswerTerms, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, now, port }) {
    const since = new Date(now.getTime() - looksBack)
    const asked = await listAskedContracts(tx, organisation, since)
    const terms = asked.map(contract => ({
      contract,
      term: promisedTerm(findService(port(packages), contract)?.contract),
    }))
    const counted = await countAnswerTerms(tx, organisation, terms, now, since)
    return { items: counted.map(line => ({ provider: line.contract.split('.')[0] ?? '', ...line })) }
  },
})
