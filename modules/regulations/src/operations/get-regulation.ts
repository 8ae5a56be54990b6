import { packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { type Operation, refuse } from '@tereze/operation'
import { stepsFor } from '@tereze/regulation'
import {
  approveRegulation,
  getRegulation,
  giveVoice,
  regulationNotFound,
  rulesMissing,
  takeStep,
} from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { concerns } from '../rules/concerns.ts'
import { operationOf } from '../rules/operation-of.ts'
import { findRegulation, listVersions, type RegulationRow } from '../store/regulations.ts'
import { listSteps } from '../store/steps.ts'
import { findText, listTexts } from '../store/texts.ts'
import { listVoices } from '../store/voices.ts'
import { aroundRegulation } from '../taking/around-regulation.ts'
import { lifeSteps } from '../views/life-steps.ts'
import { regulationCard } from '../views/regulation-card.ts'
import { servicesOf } from '../views/services-of.ts'

const operations: Readonly<Record<ReturnType<typeof operationOf>, Operation>> = {
  own: takeStep,
  voice: giveVoice,
  approving: approveRegulation,
}

/** Which of the steps that are open for the body whoever asks may take. */
async function mayTake({ may }: Context, steps: readonly string[], isOwner: boolean): Promise<string[]> {
  const taken: string[] = []
  for (const step of steps) if (await may(operations[operationOf(step, isOwner)])) taken.push(step)
  return taken
}

/** One regulation. */
export const getRegulationHandler = handle(getRegulation, {
  tenant: input => input.organisation,
  async run({ organisation, owner, regulation }, context) {
    const { tx, actor, port } = context
    const row = await findRegulation(tx, owner, regulation)
    if (row === null || !concerns(organisation, row)) return refuse(regulationNotFound, { pointer: '/regulation' })
    const making = makingOf(port(packages), owner)
    if (making === null) return refuse(rulesMissing, { pointer: '/owner' })
    const kept = await findText(tx, owner, regulation, row.texts)
    if (kept === null) throw new Error(`regulation ${regulation} has no text ${row.texts}`)
    const isOwner = owner === organisation
    const who = { official: actor.id, body: `org:${organisation}` }
    const others = (one: RegulationRow) => one.id !== regulation && concerns(organisation, one)
    return {
      card: regulationCard(row),
      draft: row.draft,
      text: JSON.parse(kept.text),
      texts: await listTexts(tx, owner, regulation),
      life: row.life,
      rules: making.rules,
      steps: await lifeSteps(context, await listSteps(tx, owner, regulation)),
      voices: (isOwner ? [] : await listVoices(tx, organisation, owner, regulation)).map(
        ({ id, step, at, state, refusal }) => ({ voice: id, step, at, state, refusal }),
      ),
      may: await mayTake(context, stepsFor(row.life, who, making.rules), isOwner),
      versions: (await listVersions(tx, owner, row.code)).filter(others).map(regulationCard),
      services: servicesOf(port(packages), await aroundRegulation(context, owner), row).map(({ pack, content }) => ({
        service: pack.id,
        version: pack.version,
        same: content === row.life.content,
      })),
    }
  },
})
