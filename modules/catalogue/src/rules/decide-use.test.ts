import { expect, it } from 'vitest'
import { decideUse } from './decide-use.ts'

const versions = [
  { version: '1.0.0', standing: 'in-force' },
  { version: '1.10.0', standing: 'withdrawn' },
  { version: '2.0.0', standing: 'in-force' },
] as const

it('withdraws what is newer and in force, and brings back what was withdrawn', () => {
  expect(decideUse(versions, '1.0.0')).toEqual({ withdraw: ['2.0.0'], restore: false })
  expect(decideUse(versions, '1.10.0')).toEqual({ withdraw: ['2.0.0'], restore: true })
  expect(decideUse(versions, '2.0.0')).toEqual({ withdraw: [], restore: false })
})

it('makes a version on trial the one in use; going back to another leaves the trial alone', () => {
  const tried = [...versions, { version: '2.1.0', standing: 'trial' }] as const
  expect(decideUse(tried, '2.1.0')).toEqual({ withdraw: [], restore: true })
  expect(decideUse(tried, '1.0.0')).toEqual({ withdraw: ['2.0.0'], restore: false })
})
