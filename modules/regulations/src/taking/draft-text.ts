import type { Context } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { type AroundRegulations, type DigitalRegulation, regulationSource } from '@tereze/regulation'
import { draftNotFound, getDraft } from '@tereze/studio/contract'
import { bodyOther, textMissing, textOther } from '../contract/index.ts'
import { bodyNamed } from '../rules/body-named.ts'
import { contentOf } from '../rules/content-of.ts'
import { wholeRegulation } from '../rules/whole-regulation.ts'
import { aroundRegulation } from './around-regulation.ts'

/** The regulation that a draft holds, as a whole, with its text and hash, and what lies around it. */
export interface DraftText {
  readonly regulation: DigitalRegulation
  readonly content: string
  readonly text: string
  readonly around: AroundRegulations
}

/** Reads the regulation of a draft at the revision that was seen. */
export async function draftText(context: Context, organisation: string, draft: string, revision: number) {
  const found = await context.call(getDraft, { organisation, draft })
  if (isRefused(found)) return refuse(draftNotFound, { pointer: '/draft' })
  if (found.draft.revision !== revision)
    return refuse(textOther, { pointer: '/revision', params: { revision: found.draft.revision } })
  const file = found.files.find(({ path }) => path === regulationSource)
  const around = await aroundRegulation(context, organisation)
  const regulation = file === undefined ? null : wholeRegulation(file.text, around)
  if (file === undefined || regulation === null) return refuse(textMissing, { pointer: '/draft' })
  const body = bodyNamed(file.text, regulation)
  if (body !== null && body !== `org:${organisation}`)
    return refuse(bodyOther, { pointer: '/draft', params: { body: body.replace(/^org:/, '') } })
  return { regulation, ...contentOf(regulation), around } satisfies DraftText
}
