import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { voiceGiven, voiceSettled } from '../contract/index.ts'
import { makingOf } from '../definition/rule-making.ts'
import { decideVoice } from '../rules/decide-voice.ts'
import { momentOf } from '../rules/moment-of.ts'
import { voiceAsStep } from '../rules/voice-as-step.ts'
import { holdRegulation } from '../store/regulations.ts'
import { findVoice } from '../store/voices.ts'
import { keepStep } from '../taking/keep-step.ts'

/** A body said something: the life of the owner takes it, or refuses it where it stands otherwise by now. */
export const onVoiceGiven = subscriber({
  name: 'regulations.on-voice-given',
  on: [voiceGiven],
  tenant: ({ data }) => data.owner,
  async react({ tenant: speaker, data: { voice, owner, regulation } }, context) {
    const { tx, now, port, emit } = context
    const said = await findVoice(tx, speaker, voice)
    const row = await holdRegulation(tx, regulation)
    const making = makingOf(port(packages), owner)
    if (said === null || row === null || making === null) return
    const who = { official: said.official, body: `org:${speaker}` }
    const done = decideVoice(row.life, voice, said.step, { who, now: momentOf(now, making.zone), rules: making.rules })
    if (done.ok) await keepStep(context, row, making, { step: voiceAsStep(voice, said.step), who, life: done.life })
    const outcome = done.ok ? { taken: true, code: '', params: {} } : { taken: false, ...codeOf(done) }
    await emit(voiceSettled, { subject: regulation, data: { voice, speaker, ...outcome } })
  },
})

const codeOf = ({ code, params }: { code: string; params: Readonly<Record<string, string>> }) => ({
  code,
  params: { ...params },
})
