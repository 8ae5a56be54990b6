import { subscriber } from '@tereze/foundation-operations'
import { voiceSettled } from '../contract/index.ts'
import { updateVoice } from '../store/voices.ts'

/** The owner took what a body said, or refused it: the body's own data say so. */
export const onVoiceSettled = subscriber({
  name: 'regulations.on-voice-settled',
  on: [voiceSettled],
  tenant: ({ data }) => data.speaker,
  async react({ data: { voice, taken, code, params } }, { tx }) {
    await updateVoice(tx, voice, taken ? null : { code, params })
  },
})
