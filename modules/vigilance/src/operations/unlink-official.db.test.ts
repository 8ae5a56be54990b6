import { expect, test } from 'vitest'
import { linkOfficial, unlinkOfficial } from '../contract/index.ts'
import { clerk, officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, look, newLine } = await vigilancePlatform()

test('who an official is, is forgotten, once', async () => {
  await must(linkOfficial, { organisation, official: clerk.id, person: somebody(1) })
  await must(unlinkOfficial, { organisation, official: clerk.id })
  expect(await run(unlinkOfficial, { organisation, official: clerk.id }, officer)).toMatchObject({
    code: 'vigilance.watched-person-not-found',
  })
  expect(await look(newLine({ subjects: [somebody(1)] }))).toEqual([])
})
