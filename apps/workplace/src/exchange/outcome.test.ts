import { describe, expect, it } from 'vitest'
import { isMessageId } from '../words/messages.ts'
import { outcomes, readContract } from './outcome.ts'

describe('outcomes', () => {
  it('all have words for what it is and what to do', () => {
    expect(outcomes.length).toBeGreaterThan(5)
    const missing = outcomes.filter(
      outcome => !isMessageId(`exchange.outcome.${outcome}`) || !isMessageId(`exchange.remedy.${outcome}`),
    )
    expect(missing).toEqual([])
  })
})

describe('readContract', () => {
  it('gives words and version', () => {
    expect(readContract('tax-agency.income-by-person@1')).toEqual({ what: 'Income by person', version: '1' })
    expect(readContract('nonsense')).toEqual({ what: 'Nonsense', version: '' })
  })
})
