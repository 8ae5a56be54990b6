import { evaluateJson } from '@tereze/template'
import { expect, it } from 'vitest'
import { agesOn } from './ages-on.ts'

const days = (date: string) => Date.parse(date) / 86_400_000

it('counts full years as FEEL does, at every edge of a leap year', () => {
  const born = ['2000-02-28', '2000-02-29', '2000-03-01', '1999-12-31', '2017-02-28', '2018-02-28', '1930-07-15']
  for (const on of ['2018-02-27', '2018-02-28', '2018-03-01', '2020-02-28', '2020-02-29', '2020-03-01']) {
    const known = born.filter(date => date <= on)
    const feel = known.map(date =>
      evaluateJson(
        'years and months duration(date(born), date(on)).years',
        { born: date, on },
        {
          now: '2020-01-01T00:00:00Z',
          zone: 'UTC',
        },
      ),
    )
    expect(agesOn(known, on)).toEqual(feel)
    expect(agesOn(Float64Array.from(known, days), on)).toEqual(feel)
  }
})

it('knows no age of whom no date of birth is known, or who is not born yet', () => {
  expect(agesOn([null, 'soon', '2020-01-02', Number.NaN, '2020-01-01'], '2020-01-01')).toEqual([
    null,
    null,
    null,
    null,
    0,
  ])
})
