import { describe, expect, it } from 'vitest'
import type { Faulty } from '../contract/fault.ts'
import { asRenewed, decideRenewal } from './decide-renewal.ts'

const again = { before: ['eligibility'], otherwise: 'ask-official' } as const
const now = new Date('2026-03-04T09:00:00Z')
const answered = (at: string, state = 'received') => ({ state, at })
const asked = (facts: Record<string, ReturnType<typeof answered>>, decision = 'eligibility') =>
  decideRenewal(
    [
      { id: 'family', fresh: 'P1D', again },
      { id: 'spouseIncome', fresh: 'P30D', again },
      { id: 'accounts', fresh: 'P1D' },
    ],
    decision,
    facts,
    now,
  ).map(({ id }) => id)

describe('decideRenewal', () => {
  const old = answered('2026-03-02T09:00:00Z')

  it('asks again what declares it and is old, and with it what was not needed so far', () => {
    expect(asked({ family: old, spouseIncome: old, accounts: old })).toEqual(['family'])
    expect(asked({ family: old })).toEqual(['family', 'spouseIncome'])
  })

  it('asks nothing while all answers are fresh, and never for another decision', () => {
    expect(asked({ family: answered('2026-03-03T09:00:01Z') })).toEqual([])
    expect(asked({ family: old }, 'acceptance')).toEqual([])
    expect(asked({})).toEqual([])
  })

  it('does not ask again what gave no answer: what is declared for that was done', () => {
    expect(asked({ family: answered('2026-03-02T09:00:00Z', 'missing') })).toEqual([])
    expect(asked({ family: old, spouseIncome: answered('2026-03-02T09:00:00Z', 'missing') })).toEqual(['family'])
  })
})

describe('asRenewed', () => {
  const source = { id: 'income', within: 'PT30S', otherwise: 'ask-applicant', again } as const

  it('never ends with the applicant, and keeps the waits and deeds that are declared', () => {
    const faults: Faulty['faults'] = {
      late: { do: 'wait', for: 'P1D', after: 'ask-applicant' },
      dead: { do: 'ask-applicant' },
      lying: { do: 'refuse' },
    }
    expect(asRenewed({ ...source, faults })).toMatchObject({
      otherwise: 'ask-official',
      faults: {
        late: { do: 'wait', for: 'P1D', after: 'ask-official' },
        dead: { do: 'ask-official' },
        lying: { do: 'refuse' },
      },
    })
    expect(asRenewed(source)).toMatchObject({ otherwise: 'ask-official', faults: {} })
  })

  it('leaves a source as it is that is not asked again', () => {
    const plain = { id: 'income', otherwise: 'wait' } as const
    expect(asRenewed(plain)).toBe(plain)
  })
})
