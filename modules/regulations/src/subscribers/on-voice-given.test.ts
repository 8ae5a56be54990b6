import { expect, it } from 'vitest'
import { voiceAsStep } from '../rules/voice-as-step.ts'

it('takes a remark by the id of the voice that made it, so that one that comes twice is one', () => {
  const said = { step: 'make-remark', place: '/deadline', text: 'Too short' } as const
  expect(voiceAsStep('voice_1', said)).toEqual({ ...said, id: 'voice_1' })
  const settles = { step: 'settle-remark', id: 'voice_1', settled: 'insists' } as const
  expect(voiceAsStep('voice_2', settles)).toEqual(settles)
})
