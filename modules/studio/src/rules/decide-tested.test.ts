import { expect, it } from 'vitest'
import { needsTesters, whyUncertified, whyUntold } from './decide-tested.ts'

it('every story must hold, and there must be one; kinds without stories need none', () => {
  const story = (state: 'holds' | 'fails' | 'stale' | 'untold' | 'unreadable') => ({
    path: `cases/${state}.case.json`,
    state,
  })
  const of = (...stories: ReturnType<typeof story>[]) => ({ stories, isTemplate: false })
  expect(whyUntold('service', of(story('holds')))).toBeNull()
  expect(whyUntold('service', of())).toMatchObject({ code: 'studio.stories-untold', params: { all: 0 } })
  expect(whyUntold('service', { stories: [], isTemplate: true })).toBeNull()
  expect(
    whyUntold('situation', of(story('holds'), story('fails'), story('unreadable'), story('stale'), story('untold'))),
  ).toMatchObject({ params: { all: 5, failed: 2, untold: 2 } })
  expect(whyUntold('register', of())).toBeNull()
})

it('other words need nobody who tried them; the first version and every larger change do', () => {
  expect(
    [
      [null, '1.0.0'],
      ['1.2.3', '1.2.4'],
      ['1.2.3', '1.3.0'],
      ['1.2.3', '2.2.3'],
    ].map(([base, version]) => needsTesters(base ?? null, version ?? '')),
  ).toEqual([true, false, true, true])
})

it('the newest certificate of the draft as it is counts', () => {
  const why = (...certificates: [string, boolean][]) =>
    whyUncertified({
      kind: 'service',
      base: '1.0.0',
      version: '1.1.0',
      basis: 'now',
      certificates: certificates.map(([basis, passed]) => ({ basis, passed })),
    })?.code
  expect(why(['now', true])).toBeUndefined()
  expect([why(), why(['before', true]), why(['now', false], ['now', true])]).toEqual(
    Array(3).fill('studio.certificate-missing'),
  )
})
