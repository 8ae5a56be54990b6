import { expect, test } from 'vitest'
import { decideTravel } from './decide-travel.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const north = { latitude: 53, longitude: 69, radius: 60 }
const south = { latitude: 42, longitude: 69, radius: 60 }
const nextDoor = { latitude: 53.4, longitude: 69, radius: 60 }

test('a journey is as long as the places leave no doubt of', () => {
  // Eleven degrees of latitude are 1 223 km.
  expect(decideTravel({ at: at(8), place: north }, { at: at(9), place: south })).toEqual({
    kilometres: 1103,
    minutes: 60,
  })
  expect(decideTravel({ at: at(9), place: south }, { at: at(8), place: north })).toEqual({
    kilometres: 1103,
    minutes: 0,
  })
})

test('half round the earth is not more than half round the earth', () => {
  const here = { latitude: 0, longitude: 0, radius: 0 }
  const there = { latitude: 0, longitude: 180, radius: 0 }
  expect(decideTravel({ at: at(0), place: here }, { at: at(10), place: there })?.kilometres).toBe(20_015)
})

test.each([
  ['no sign-in before', null, north],
  ['nobody knows where it was', { at: at(8), place: null }, north],
  ['nobody knows where it is', { at: at(8), place: north }, null],
  ['next door', { at: at(8), place: north }, nextDoor],
] as const)('%s: no journey', (_, earlier, place) => {
  expect(decideTravel(earlier, { at: at(9), place })).toBeNull()
})
