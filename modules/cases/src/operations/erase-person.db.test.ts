import { keyring } from '@tereze/foundation-keys'
import { expect, it } from 'vitest'
import { archivistOf, carriedOut, closedCase, drafted } from '../archive.fixture.ts'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { erasePerson, listOwnErasures } from '../contract/index.ts'

const cases = await casesPlatform()
const archivist = archivistOf(cases)
const reason = 'The person asks for it'
const erase = (person: string, organisation = benefits) =>
  cases.run(erasePerson, { organisation, person, reason }, { ...archivist, organisation })

it('is refused while a case is open or kept, by kind, article and last day, and while no act has destroyed the rest', async () => {
  const running = await closedCase(cases, null)
  expect(await erase(running.person.id)).toMatchObject({ code: 'cases.archive-case-open', pointer: '/person' })
  const kept = await closedCase(cases, '2024-06-01')
  expect(await erase(kept.person.id)).toMatchObject({
    code: 'cases.archive-term-runs',
    params: { kind: '05-12', source: 'archives/9.4', until: '2034-12-31' },
  })
  expect(await erase(kept.person.id, 'platform')).toMatchObject({ code: 'cases.account-kept' })
})

it('erases the key when nothing is kept any more, once; the person sees where that was done', async () => {
  const { person: actor, place } = await closedCase(cases, '2012-06-01')
  const person = actor.id
  expect(await erase(person)).toMatchObject({ code: 'cases.destruction-needed', params: { count: 1 } })
  await carriedOut(cases, await drafted(cases, [place]))
  const keys = cases.keeping(archivist).port(keyring)
  const before = await keys.pseudonymsOf(cases.platform.database, person)
  expect(done(await erase(person))).toEqual({ person })
  expect((await keys.pseudonymsOf(cases.platform.database, person)).length).toBe(before.length - 1)
  expect(await erase(person)).toMatchObject({ code: 'cases.person-key-not-found' })
  const { items } = done(await cases.run(listOwnErasures, { person }, actor))
  expect(items).toMatchObject([{ organisation: benefits }])
})
