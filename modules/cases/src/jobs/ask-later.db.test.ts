import { expect, it } from 'vitest'
import { benefit, casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { getCase, getOwnCase } from '../contract/index.ts'
import type { Source } from '../definition/service.ts'
import { findCase } from '../store/cases.ts'

const cases = await casesPlatform()
const { packages, database } = cases.platform
const model = packages.get('service', benefit)
const sources = model.json.get('sources.json') as unknown as readonly Source[]
const goesOn = sources.map(source =>
  source.id === 'income' ? { ...source, faults: { dead: { do: 'go-on', for: 'P2D' } } } : source,
)
const json = new Map(model.json).set('sources.json', goesOn as never)
const card = model.json.get('service.json')
json.set('service.json', { ...card, version: '1.0.1' } as never)
packages.add({ ...model, version: '1.0.1', hash: `${benefit}@1.0.1`, json })

const dataOf = async (place: Place) => (await findCase(database, place.organisation, place.case))?.data ?? {}
const linesOf = async (place: Place) => {
  const { timeline } = done(await cases.run(getCase, place, cases.head))
  return timeline.map(({ text }) => text.en).filter(text => text.startsWith('Tax Agency'))
}

it('goes on without a dead source, tells it, asks again later, keeps what comes then, and stops asking in the end', async () => {
  const [mother, other] = [await cases.mother('unknown'), await cases.mother('unknown')]
  const [place, silent] = [await cases.applied(mother), await cases.applied(other)]
  await cases.pass('PT2M')
  expect(await dataOf(place)).toMatchObject({
    missing: { applicant: [], official: [], later: ['income'] },
    facts: { income: { state: 'missing', fault: 'dead', instead: 'go-on', value: null } },
  })
  expect(await linesOf(place)).toEqual(['Tax Agency did not answer: we go on without it and check later'])
  const seen = done(await cases.run(getOwnCase, place, mother.actor))
  expect(seen.facts.find(({ fault }) => fault !== undefined)).toMatchObject({
    fault: 'dead',
    value: { en: 'The source does not work' },
    source: { organisation: 'tax-agency' },
  })

  cases.speakOf(mother)
  await cases.pass('P3D')
  expect(await dataOf(place)).toMatchObject({ missing: { later: [] }, facts: { income: { state: 'received' } } })
  expect(await linesOf(place)).toContain('Tax Agency has answered later')
  expect(await dataOf(silent)).toMatchObject({ facts: { income: { state: 'missing' } } })
  expect(await linesOf(silent)).toContain('Tax Agency never answered; we have stopped asking')
})
