import { refusal, refuse } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { orStepRefused, StepRefused } from './step-refused.ts'

const twice = refuse(refusal('registers.record-invalid', 'invalid'), { pointer: '/parent' })

describe('orStepRefused', () => {
  it('gives what the work gives', async () => {
    expect(await orStepRefused(async () => 7)).toBe(7)
  })

  it('turns what a register refused into a refusal of the operation', async () => {
    const work = () => Promise.reject(new StepRefused('families', twice))
    expect(await orStepRefused(work)).toMatchObject({
      code: 'cases.step-refused',
      is: 'conflict',
      params: { cause: 'registers.record-invalid' },
    })
  })

  it('hides no other mistake', async () => {
    await expect(orStepRefused(() => Promise.reject(new TypeError('broken')))).rejects.toThrow('broken')
  })
})
