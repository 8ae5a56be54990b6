import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { giveVoice, regulationNotFound, rulesMissing, voiceGiven } from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { concerns } from '../rules/concerns.ts'
import { decideVoice } from '../rules/decide-voice.ts'
import { momentOf } from '../rules/moment-of.ts'
import { voiceAsStep } from '../rules/voice-as-step.ts'
import { findRegulation, holdRegulation } from '../store/regulations.ts'
import { insertVoice } from '../store/voices.ts'
import { keepStep } from '../taking/keep-step.ts'
import { refusedStep } from '../taking/refused-step.ts'

/**
 * Says something for the own body. Of another's regulation it is decided as it stands now, kept, and taken to the owner by an event; of
 * the own one it is taken at once.
 */
export const giveVoiceHandler = handle(giveVoice, {
  tenant: input => input.organisation,
  async run({ organisation, owner, regulation, step: said }, context) {
    const { tx, now, ids, actor, port } = context
    const isOwn = owner === organisation
    const row = isOwn ? await holdRegulation(tx, regulation) : await findRegulation(tx, owner, regulation)
    if (row === null || !concerns(organisation, row)) return refuse(regulationNotFound, { pointer: '/regulation' })
    const making = makingOf(port(packages), owner)
    if (making === null) return refuse(rulesMissing, { pointer: '/owner' })
    const voice = ids.newId('voice')
    const who = { official: actor.id, body: `org:${organisation}` }
    const done = decideVoice(row.life, voice, said, { who, now: momentOf(now, making.zone), rules: making.rules })
    if (!done.ok) return refusedStep(done)
    if (isOwn) {
      await keepStep(context, row, making, { step: voiceAsStep(voice, said), who, life: done.life })
      return { voice: null, state: 'taken' as const }
    }
    await insertVoice(tx, { id: voice, owner, regulation, step: said, official: actor.id, now })
    await context.emit(voiceGiven, { subject: regulation, data: { voice, owner, regulation } })
    return { voice, state: 'given' as const }
  },
})
