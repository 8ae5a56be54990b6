import { describe, expect, it } from 'vitest'
import { ExpressionBroken, evaluateJson, evaluator, fillTemplate } from './index.ts'

const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }

describe('FEEL over JSON', () => {
  it('reads data and the legal date', () => {
    expect(evaluateJson('if a.b > 2 then "x" else "y"', { a: { b: 3 } }, moment)).toBe('x')
    expect(evaluateJson('string(today())', {}, moment)).toBe('2026-03-02')
  })

  it('fills a record from a message', () => {
    const record = {
      status: 'pending',
      mother: '= mother.id',
      born: '= string(date(date and time(request.bornAt)))',
      weight: '= request.weight',
    }
    const data = { mother: { id: 'person_1' }, request: { bornAt: '2026-02-20T03:10:00+05:00' } }
    expect(fillTemplate(record, evaluator(data, moment))).toEqual({
      status: 'pending',
      mother: 'person_1',
      born: '2026-02-20',
    })
  })

  it('says so when the text is not FEEL', () => {
    expect(() => evaluateJson('a +', { a: 1 }, moment)).toThrow(ExpressionBroken)
  })
})
