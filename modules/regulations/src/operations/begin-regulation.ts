import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { beginLife } from '@tereze/regulation'
import { beginRegulation, regulationBegun, rulesMissing, versionExists } from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { momentOf } from '../rules/moment-of.ts'
import { turnsAfter } from '../rules/turns-after.ts'
import { findVersion, insertRegulation } from '../store/regulations.ts'
import { insertText } from '../store/texts.ts'
import { draftText } from '../taking/draft-text.ts'

/** Begins the life of what a draft holds. */
export const beginRegulationHandler = handle(beginRegulation, {
  tenant: input => input.organisation,
  async run({ organisation, draft, revision }, context) {
    const { tx, now, ids, actor, port } = context
    const making = makingOf(port(packages), organisation)
    if (making === null) return refuse(rulesMissing, { pointer: '/organisation' })
    const found = await draftText(context, organisation, draft, revision)
    if (isRefused(found)) return found
    const { regulation: whole, content, text } = found
    const { id: code, version, kind, name: title } = whole
    const exists = (regulation: string) => refuse(versionExists, { pointer: '/draft', params: { regulation, version } })
    const other = await findVersion(tx, organisation, code, version)
    if (other !== null) return exists(other)
    const life = beginLife(`org:${organisation}`, actor.id, content)
    const { rules, zone, count, jurisdiction } = making
    const turns = turnsAfter([], life, { rules, now: momentOf(now, zone), count })
    const regulation = ids.newId('regulation')
    const kept = await insertRegulation(tx, {
      id: regulation,
      draft,
      code,
      version,
      kind,
      jurisdiction,
      title,
      life,
      stage: life.stage,
      turns,
      bodies: turns.map(({ body }) => body),
      inForce: null,
      endsOn: null,
      nextAt: null,
      begunBy: actor.id,
      now,
    })
    // Another one was faster.
    if (!kept) return exists('')
    await insertText(tx, regulation, { number: 1, content, text, now })
    await context.emit(regulationBegun, { subject: regulation, data: { regulation, code } })
    return { regulation }
  },
})
