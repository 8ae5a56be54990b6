import type { Context } from '@tereze/foundation-operations'
import { regulationSource } from '@tereze/regulation'
import type { RegulationKeeper } from '@tereze/studio/contract'
import { contentOf } from './rules/content-of.ts'
import { wholeRegulation } from './rules/whole-regulation.ts'
import { listVersions } from './store/regulations.ts'
import { aroundRegulation } from './taking/around-regulation.ts'

/**
 * Whether a package may be published by the life of its digital regulation: one that has a life is published only while this very text is
 * in force. One that has none is not kept here, and is published as before.
 */
export const regulationKeeper: RegulationKeeper = {
  async whyNot(context: Context, { organisation, files }) {
    const text = files[regulationSource]
    if (text === undefined) return null
    const whole = wholeRegulation(text, await aroundRegulation(context, organisation))
    if (whole === null) return null
    const lives = await listVersions(context.tx, organisation, whole.id)
    if (lives.length === 0) return null
    const { content } = contentOf(whole)
    if (lives.some(({ stage, life }) => stage === 'in-force' && life.content === content)) return null
    const own = lives.find(({ life }) => life.content === content)
    return own === undefined ? { why: 'text-other' } : { why: 'not-in-force', stage: own.stage }
  },
}
