import { findRow, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { changeData, listIncidents, listInterventions, retryIncident } from '../contract/index.ts'
import { addVersion, broken, reason, stoppedCase } from '../operating.fixture.ts'
import { failWork } from '../store/work.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
addVersion(cases, 'process', 'standard-service', '1.0.1', broken)

describe('retry-incident', () => {
  it('lets the case go on once what was wrong is mended, and keeps why', async () => {
    const { mother, place, incident } = await stoppedCase(cases)
    done(await cases.run(changeData, { ...place, pointer: '/forWhom', value: 'other', reason }, operator))
    expect(await cases.run(retryIncident, { ...place, incident, reason }, operator)).toEqual({
      case: place.case,
      resolved: true,
    })
    await cases.settle()
    expect((await cases.seen(place, mother.actor)).card.status).toBe('delivered')
    const { items } = done(await cases.run(listInterventions, place, operator))
    expect(items.map(({ kind }) => kind)).toEqual(['change-data', 'retry'])
    expect(items[1]).toMatchObject({ official: operator.id, reason, element: 'complete' })
    expect(await cases.run(retryIncident, { ...place, incident, reason }, operator)).toMatchObject({
      code: 'cases.incident-not-found',
    })
  })

  it('says so when it stops again, and the incident stays open', async () => {
    const { place, incident } = await stoppedCase(cases)
    expect(await cases.run(retryIncident, { ...place, incident, reason }, operator)).toMatchObject({ resolved: false })
    const { items } = done(await cases.run(listIncidents, { organisation: place.organisation }, operator))
    expect(items.filter(one => one.incident === incident)).toHaveLength(1)
  })

  it('makes work due again that failed too often', async () => {
    const silent = await cases.mother('unknown')
    const place = await cases.applied(silent)
    const { database } = cases.platform
    const work = await findRow(database, sql<{ id: string }>`select id from cases.work where case_id = ${place.case}`)
    const now = new Date(cases.now())
    for (let failure = 0; failure < 8; failure++)
      await database.transaction(place.organisation, tx =>
        failWork(tx, work?.id ?? '', { now, dueAt: now, error: 'the answer is no JSON' }),
      )
    const { items } = done(
      await cases.run(listIncidents, { organisation: place.organisation, code: 'job-failed' }, operator),
    )
    expect(items).toMatchObject([{ case: place.case, text: { en: 'Work in the background failed again and again' } }])
    await cases.settle()
    const wish = { ...place, incident: items[0]?.incident ?? '', reason }
    expect(await cases.run(retryIncident, wish, operator)).toMatchObject({ resolved: true })
    expect(
      await findRow(database, sql<{ failures: number }>`select failures from cases.work where case_id = ${place.case}`),
    ).toEqual({ failures: 0 })
    expect(await cases.run(retryIncident, wish, operator)).toMatchObject({ code: 'cases.incident-not-found' })
  })

  it('needs a reason', async () => {
    const { place, incident } = await stoppedCase(cases)
    for (const nothing of ['', '       ', 'ok'])
      expect(await cases.run(retryIncident, { ...place, incident, reason: nothing }, operator)).toMatchObject({
        code: 'operations.input-invalid',
        pointer: '/reason',
      })
  })

  it('is done once when two come at once', async () => {
    const { place, incident } = await stoppedCase(cases)
    done(await cases.run(changeData, { ...place, pointer: '/forWhom', value: 'other', reason }, operator))
    const replies = await Promise.all(
      [1, 2].map(() => cases.run(retryIncident, { ...place, incident, reason }, operator)),
    )
    expect(replies.filter(reply => 'resolved' in reply)).toHaveLength(1)
  })

  it('is not for who decides cases, nor for an own case', async () => {
    const { mother, place, incident } = await stoppedCase(cases)
    expect(await cases.run(retryIncident, { ...place, incident, reason }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    const herself = { ...operator, id: mother.actor.id }
    expect(await cases.run(retryIncident, { ...place, incident, reason }, herself)).toMatchObject({
      code: 'cases.own-case',
    })
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(retryIncident, { ...none, incident, reason }, operator)).toMatchObject({
      code: 'cases.case-not-found',
    })
  })
})
