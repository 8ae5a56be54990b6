import { expect, it } from 'vitest'
import { findHall, hallNames } from '../definition/hall-of.ts'
import { hall, hallPackages } from '../reception-platform.fixture.ts'

const all = hallPackages()

it('reads halls with their windows, groups and whom the law lets in first, in three languages', () => {
  expect(hallNames(all, hall.organisation).map(({ unit, name }) => [unit, name.en])).toEqual([
    ['north', 'North hall'],
    ['south', 'South hall'],
  ])
  const north = findHall(all, hall.organisation, hall.unit)
  expect(north).toMatchObject({
    zone: 'Asia/Almaty',
    perMinute: 12,
    windows: [{ window: '1', groups: ['A', 'B'] }, {}, {}, {}],
  })
  const letters = north?.groups.map(({ letter }) => letter)
  for (const { groups } of north?.windows ?? []) expect(letters).toEqual(expect.arrayContaining([...groups]))
  expect(north?.privileges.map(({ title }) => title.kk)).toEqual([
    'Мүгедектігі бар адам',
    'Ардагер',
    'Бір жасқа дейінгі баламен',
  ])
})

it('knows no hall of an organisation without a queue, nor of nobody', () => {
  expect(hallNames(all, 'tax-agency')).toEqual([])
  expect(findHall(all, 'one-stop-shop', 'east')).toBeNull()
  expect(findHall(all, 'nobody', 'north')).toBeNull()
})
