import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { ExpressionBroken } from '@tereze/template'
import { draftBroken, rehearseSituation } from '../contract/rehearsal.ts'
import { readDraft } from '../rehearsal/read-draft.ts'
import { rehearse } from '../rehearsal/rehearse.ts'

/** Says what a draft would do over made-up facts. */
export const rehearseSituationHandler = handle(rehearseSituation, {
  tenant: ({ organisation }) => organisation,
  async run({ files, ...given }, { port, now }) {
    const definition = readDraft(files)
    if (isRefused(definition)) return definition
    try {
      return rehearse(port(packages), definition, given, now.toISOString())
    } catch (error) {
      if (!(error instanceof ExpressionBroken)) throw error
      const expression = error.message.replace('not FEEL: ', '')
      return refuse(draftBroken, { pointer: '/files/situation', params: { expression } })
    }
  },
})
