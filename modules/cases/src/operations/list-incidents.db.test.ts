import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listIncidents } from '../contract/index.ts'
import { addVersion, broken, stoppedCase } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
addVersion(cases, 'process', 'standard-service', '1.0.1', broken)
const first = await stoppedCase(cases)
await cases.pass('PT1M')
const second = await stoppedCase(cases)
const list = async (filter: object = {}) =>
  done(await cases.run(listIncidents, { organisation: benefits, ...filter }, operator))

describe('list-incidents', () => {
  it('tells where which case stopped and why, the oldest first', async () => {
    const { items, next } = await list()
    expect(items.map(one => one.case)).toEqual([first.place.case, second.place.case])
    expect(items[0]).toMatchObject({
      incident: first.incident,
      service: benefit,
      code: 'no-flow-taken',
      place: { node: 'complete', name: { en: 'All facts known?' } },
      text: { en: 'No way out of the gateway fits' },
    })
    expect(next).toBeNull()
  })

  it('gives page after page', async () => {
    const page = await list({ limit: 1 })
    expect(page.items).toHaveLength(1)
    const rest = await list({ limit: 1, after: page.next ?? '' })
    expect(rest.items.map(one => one.case)).toEqual([second.place.case])
    expect(rest.next).toBeNull()
  })

  it('is narrowed by service, node and code', async () => {
    expect((await list({ service: benefit, node: 'complete', code: 'no-flow-taken' })).items).toHaveLength(2)
    expect((await list({ service: 'birth-certificate' })).items).toEqual([])
    expect((await list({ node: 'granted' })).items).toEqual([])
    expect((await list({ code: 'deadlock' })).items).toEqual([])
  })

  it('is for operators of the organisation', async () => {
    const missing = { code: 'operations.permission-missing' }
    expect(await cases.run(listIncidents, { organisation: benefits }, cases.official('worker'))).toMatchObject(missing)
    expect(await cases.run(listIncidents, { organisation: benefits }, first.mother.actor)).toMatchObject(missing)
    expect(await cases.run(listIncidents, { organisation: 'civil-registry' }, operator)).toMatchObject(missing)
  })
})
