import { official } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { linkOfficial, listWatchedPersons } from '../contract/index.ts'
import { clerk, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const [self, child, mother, firm] = [
  somebody(1),
  somebody(2),
  somebody(3),
  'organisation_01960000-0000-7000-8000-00000000a001',
]
const since = '2020-01-01'
const { must, look, newLine, clock } = await vigilancePlatform({
  ties: [
    { kind: 'parent', actor: self, principal: child, since, register: 'births' },
    { kind: 'parent', actor: mother, principal: self, since, register: 'births' },
    { kind: 'director', actor: self, principal: firm, since, register: 'representatives' },
  ],
})
const colleague = official({ id: 'official_01960000-0000-7000-8000-0000000000c1' })

test('own data and those of relatives are watched for this official, and for nobody else', async () => {
  expect(await must(linkOfficial, { organisation, official: clerk.id, person: self })).toEqual({ relatives: 2 })
  await must(linkOfficial, { organisation, official: clerk.id, person: self })
  const kinds = (await must(listWatchedPersons, { organisation })).items.map(({ person, kind }) => [person, kind])
  expect(kinds).toEqual([
    [self, 'self'],
    [child, 'relative'],
    [mother, 'relative'],
  ])
  expect(await look(newLine({ actor: colleague, subjects: [child] }))).toEqual([])
  for (const one of [child, mother, self]) {
    clock.advance({ hours: 2 })
    expect((await look(newLine({ subjects: [one] })))[0]).toMatchObject({ rule: 'family', actor: clerk.id, count: 1 })
  }
})
