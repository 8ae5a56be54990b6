import { readFileSync } from 'node:fs'
import { openPackage } from '@tereze/catalogue'
import { addDays, type Extension, instantOf, type Suspension, workingDaysBetween } from '@tereze/working-time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counting, calendarOf, countDeadline, countStages, dueOf } from './deadlines.ts'

const read = (file: string) =>
  readFileSync(new URL(`../../../../content/jurisdictions/demo/${file}`, import.meta.url), 'utf8')
const demo = openPackage({
  kind: 'jurisdiction',
  id: 'demo',
  version: '1.0.0',
  hash: 'h',
  folder: 'jurisdictions/demo',
  files: { 'calendar.json': read('calendar.json'), 'deadline-rules.json': read('deadline-rules.json') },
})
const zone = 'Asia/Almaty'
const calendar = calendarOf(demo)
const noon = (date: string) => instantOf(date, 720, zone)

function counted(acts: Partial<Counting>) {
  const result = countDeadline(demo, zone, {
    term: { workingDays: 15 },
    from: noon('2026-03-02'),
    region: null,
    asOf: '2026-03-02',
    suspensions: [],
    extensions: [],
    ...acts,
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result
}

const workingDays = (from: string, to: string) => {
  const between = workingDaysBetween(calendar, from, to)
  return between.ok ? between.value : Number.NaN
}
const suspension = fc.tuple(fc.nat(18), fc.integer({ min: 1, max: 30 })).map(([after, long]): Suspension => {
  const since = addDays('2026-03-02', after)
  return { from: noon(since), to: noon(addDays(since, long)) }
})

test('a suspension over n working days of the term moves the end of a case by n of them, and never back', () => {
  fc.assert(
    fc.property(fc.nat(17), fc.integer({ min: 1, max: 40 }), (after, long) => {
      const plain = counted({}).date
      const since = addDays('2026-03-03', after)
      fc.pre(since <= plain)
      const until = addDays(since, long)
      const moved = counted({ suspensions: [{ from: noon(since), to: noon(until) }] }).date
      expect(workingDays(plain, moved)).toBe(workingDays(addDays(since, -1), addDays(until, -1)))
    }),
  )
})

test('suspensions count the same in whatever order their acts are told, and one more never ends a case earlier', () => {
  fc.assert(
    fc.property(fc.array(suspension, { minLength: 1, maxLength: 5 }), fc.nat(), (suspensions, seed) => {
      const turned = suspensions.map((_, index) => suspensions[(index + seed) % suspensions.length] as Suspension)
      const whole = counted({ suspensions }).at
      expect(counted({ suspensions: turned }).at).toBe(whole)
      expect(counted({ suspensions: suspensions.toReversed() }).at).toBe(whole)
      expect(Date.parse(counted({ suspensions: suspensions.slice(1) }).at)).toBeLessThanOrEqual(Date.parse(whole))
    }),
  )
})

test('an extension before a suspension gives the same end as after it', () => {
  const extension: Extension = { ground: 'many-applicants', on: noon('2026-03-04') }
  fc.assert(
    fc.property(suspension, one => {
      const { at } = counted({ suspensions: [one], extensions: [extension] })
      const later = counted({ suspensions: [one], extensions: [{ ...extension, on: one.to ?? one.from }] })
      expect(later.at).toBe(at)
      expect(workingDays(counted({ suspensions: [one] }).date, later.date)).toBe(5)
    }),
  )
})

test('while a suspension is open the end is the latest that its limit allows; met earlier, it is earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), days => {
      const open = { from: noon('2026-03-04'), limit: { workingDays: 10 } }
      const latest = counted({ suspensions: [open] }).at
      const met = counted({ suspensions: [{ ...open, to: noon(addDays('2026-03-04', days)) }] }).at
      expect(Date.parse(met)).toBeLessThanOrEqual(Date.parse(latest))
    }),
  )
})

test('a term in hours ends at its hour, and the days of a region count only there', () => {
  expect(dueOf(demo, zone, new Date('2026-03-02T05:00:00Z'), { workingHours: 4 }, null).at).toBe(
    '2026-03-02T10:00:00.000Z',
  )
  expect(dueOf(demo, zone, new Date('2026-03-02T05:00:00Z'), { hours: 72 }, null).at).toBe('2026-03-05T05:00:00.000Z')
  const from = new Date(noon('2026-08-13'))
  expect(dueOf(demo, zone, from, { workingDays: 2 }, null).date).toBe('2026-08-17')
  expect(dueOf(demo, zone, from, { workingDays: 2 }, 'north').date).toBe('2026-08-18')
})

test('no stage ends after the case', () => {
  const stages = [
    { id: 'one', term: { workingDays: 3 } },
    { id: 'two', term: { workingDays: 30 } },
  ]
  const counting = {
    term: { workingDays: 5 },
    from: noon('2026-03-02'),
    region: null,
    asOf: '2026-03-02',
    suspensions: [],
    extensions: [],
  }
  const result = countStages(demo, zone, counting, stages)
  expect(result.ok && result.stages.map(({ date, capped }) => [date, capped])).toEqual([
    ['2026-03-05', false],
    ['2026-03-10', true],
  ])
})
