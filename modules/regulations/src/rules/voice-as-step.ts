import type { Step } from '@tereze/regulation'
import type { VoiceStep } from '../contract/index.ts'

/** What a body said as the life cycle takes it; a remark is known by the voice that made it. */
export function voiceAsStep(voice: string, said: VoiceStep): Step {
  if (said.step === 'make-remark') return { ...said, id: voice }
  return said as Step
}
