import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { event, isRefused, operation, refusal, refusalStatus, refuse } from './index.ts'

const recordInvalid = refusal('registers.record-invalid', 'invalid')

describe('operation', () => {
  it('splits its name and fills defaults', () => {
    const registerRecord = operation({
      name: 'registers.register-record',
      does: 'Adds a record.',
      input: Type.Object({}),
      output: Type.Object({}),
      permission: 'registers.record.write',
      refusals: [recordInvalid],
    })
    expect(registerRecord).toMatchObject({
      module: 'registers',
      verb: 'register-record',
      kind: 'command',
      effects: 'local',
    })
  })

  it.each(['register', 'registers.Record', 'registers.record'])('refuses the name %s', name => {
    expect(() =>
      operation({ name, does: '', input: Type.Object({}), output: Type.Object({}), permission: 'a.b.c' }),
    ).toThrow(/module\.verb-noun/)
  })

  it('refuses a permission that is not module.noun.action', () => {
    expect(() =>
      operation({ name: 'a.do-it', does: '', input: Type.Object({}), output: Type.Object({}), permission: 'a.b' }),
    ).toThrow(/module\.noun\.action/)
  })
})

describe('refusal', () => {
  it('is recognised, and nothing else is', () => {
    const value = refuse(recordInvalid, { pointer: '/data/born', params: { limit: 3 } })
    expect(isRefused(value)).toBe(true)
    expect(isRefused({ ...recordInvalid })).toBe(false)
    expect(isRefused(null)).toBe(false)
    expect(value).toMatchObject({ code: 'registers.record-invalid', is: 'invalid', pointer: '/data/born' })
    expect(refusalStatus[value.is]).toBe(422)
  })

  it('has a code of one form', () => {
    expect(() => refusal('Nope', 'invalid')).toThrow()
  })
})

describe('event', () => {
  it('has a type of one form and a version', () => {
    expect(event({ type: 'registers.record-registered', does: '', data: Type.Object({}) }).version).toBe(1)
    expect(() => event({ type: 'nope', does: '', data: Type.Object({}) })).toThrow()
  })
})
