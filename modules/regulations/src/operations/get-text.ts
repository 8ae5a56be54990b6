import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getText, regulationNotFound, textNotFound } from '../contract/index.ts'
import { concerns } from '../rules/concerns.ts'
import { findRegulation } from '../store/regulations.ts'
import { findText } from '../store/texts.ts'

/** A text that a regulation had. */
export const getTextHandler = handle(getText, {
  tenant: input => input.organisation,
  async run({ organisation, owner, regulation, number }, { tx }) {
    const row = await findRegulation(tx, owner, regulation)
    if (row === null || !concerns(organisation, row)) return refuse(regulationNotFound, { pointer: '/regulation' })
    const found = await findText(tx, owner, regulation, number)
    if (found === null) return refuse(textNotFound, { pointer: '/number' })
    return { text: JSON.parse(found.text), content: found.content, at: found.at }
  },
})
