import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { type InputOf, isRefused, refuse } from '@tereze/operation'
import { decideStep, type Step } from '@tereze/regulation'
import { bodyUnknown, regulationNotFound, rulesMissing, takeStep, textFaulty, textOther } from '../contract/index.ts'
import { type Making, makingOf } from '../definition/rule-making.ts'
import { momentOf } from '../rules/moment-of.ts'
import { faultsOf } from '../rules/whole-regulation.ts'
import { holdRegulation, listVersions, type RegulationRow } from '../store/regulations.ts'
import { findText } from '../store/texts.ts'
import { aroundRegulation } from '../taking/around-regulation.ts'
import { draftText } from '../taking/draft-text.ts'
import { type Decided, keepStep } from '../taking/keep-step.ts'
import { refusedStep } from '../taking/refused-step.ts'

type Wanted = InputOf<typeof takeStep>

/** The text of the draft, where it is still the same version of the same regulation. */
async function textOf(context: Context, row: RegulationRow, organisation: string, revision: number) {
  const found = await draftText(context, organisation, row.draft, revision)
  if (isRefused(found)) return found
  const { id: code, version } = found.regulation
  if (code !== row.code || version !== row.version)
    return refuse(textOther, { pointer: '/step', params: { code, version } })
  return found
}

/** The step as the life cycle takes it, with what it needs to know; or why it cannot be asked for. */
async function stepOf(context: Context, row: RegulationRow, { organisation, step }: Wanted) {
  switch (step.step) {
    case 'change-text': {
      const found = await textOf(context, row, organisation, step.revision)
      if (isRefused(found)) return found
      return { step: { step: 'change-text', content: found.content } satisfies Step, text: found }
    }
    case 'ask-agreement': {
      const unknown = step.bodies.find(body => findOrganisation(context.port(packages), body) === null)
      if (unknown !== undefined) return refuse(bodyUnknown, { pointer: '/step/bodies', params: { body: unknown } })
      const kept = await findText(context.tx, organisation, row.id, row.texts)
      const around = await aroundRegulation(context, organisation)
      const faults = kept === null ? [] : faultsOf(JSON.parse(kept.text), around)
      if (faults.length > 0)
        return refuse(textFaulty, {
          pointer: '/step',
          params: { count: faults.length },
          also: faults.slice(0, 50).map(({ pointer: place, code }) => ({ pointer: '/step', code, params: { place } })),
        })
      const bodies = step.bodies.map(body => `org:${body}`)
      return { step: { step: 'ask-agreement', bodies, faults: 0 } satisfies Step }
    }
    default:
      return { step: step satisfies Step }
  }
}

/** The version in force ends on the first day of the one that takes its place. */
async function amendOlder(context: Context, row: RegulationRow, making: Making, decided: Decided, now: string) {
  const { tx } = context
  const from = decided.life.inForce ?? ''
  const older = (await listVersions(tx, tx.tenant, row.code)).find(one => one.id !== row.id && one.stage === 'in-force')
  if (older === undefined) return null
  const held = await holdRegulation(tx, older.id)
  if (held === null) return null
  const step: Step = { step: 'amend', version: row.version, from }
  const amended = decideStep(held.life, step, { who: decided.who, now, rules: making.rules })
  if (!amended.ok) return refusedStep(amended)
  await keepStep(context, held, making, { step, who: decided.who, life: amended.life })
  return null
}

/** Takes a step of the own body. */
export const takeStepHandler = handle(takeStep, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, regulation } = input
    const { tx, now, actor, port } = context
    const row = await holdRegulation(tx, regulation)
    if (row === null) return refuse(regulationNotFound, { pointer: '/regulation' })
    const making = makingOf(port(packages), organisation)
    if (making === null) return refuse(rulesMissing, { pointer: '/organisation' })
    const wanted = await stepOf(context, row, input)
    if (isRefused(wanted)) return wanted
    const moment = momentOf(now, making.zone)
    const who = { official: actor.id, body: `org:${organisation}` }
    const done = decideStep(row.life, wanted.step, { who, now: moment, rules: making.rules })
    if (!done.ok) return refusedStep(done)
    const decided: Decided = { ...wanted, who, life: done.life }
    if (wanted.step.step === 'set-force') {
      const refused = await amendOlder(context, row, making, decided, moment)
      if (refused !== null) return refused
    }
    const { stage } = await keepStep(context, row, making, decided)
    return { regulation, stage }
  },
})
