import { decideStep, type LifeCycle, type Moment, type StepDecided } from '@tereze/regulation'
import type { VoiceStep } from '../contract/index.ts'
import { voiceAsStep } from './voice-as-step.ts'

/**
 * Decides what a body says. Who agrees, examines or registers speaks of the text that they read: where the life has another one by then,
 * on the way or on their screen, it is not taken for it.
 */
export function decideVoice(life: LifeCycle, voice: string, said: VoiceStep, moment: Moment): StepDecided {
  const done = decideStep(life, voiceAsStep(voice, said), moment)
  if (!done.ok || !('content' in said) || said.content === life.content) return done
  return { ok: false, code: 'text-changed', params: { body: moment.who?.body ?? life.body } }
}
