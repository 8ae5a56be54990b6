import { expect, it } from 'vitest'
import { servedServices } from '../rules/served-services.ts'

it('knows what an office serves on a day', () => {
  const agreements = [
    { agency: 'one', services: ['a', 'b'], from: '2026-01-01', until: '2026-03-02' },
    { agency: 'two', services: ['b', 'c'], from: '2026-03-02' },
  ]
  const on = (day: string) => servedServices(agreements, day).map(({ service, agency }) => `${service} ${agency}`)
  expect(on('2025-12-31')).toEqual([])
  expect(on('2026-03-01')).toEqual(['a one', 'b one'])
  expect(on('2026-03-02')).toEqual(['a one', 'b one', 'c two'])
  expect(on('2026-03-03')).toEqual(['b two', 'c two'])
})
