import { official } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { judgeIncident, listExemptions } from '../contract/index.ts'
import { clerk, officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run, clock, settle, listEvents } = await vigilancePlatform({ service: 'watch' })
const under = 'service:watch'
const reason = 'The yearly count was ordered by the head'
let people = 0
const much = () => look(...[1, 2, 3].map(() => newLine({ subjects: [somebody(people++)] })))

test('only the service judges, once, and nobody themselves', async () => {
  const [found] = await much()
  const input = { organisation, incident: found?.incident ?? '', outcome: 'real' as const, reason }
  const code = async (changes: object, actor = officer) => await run(judgeIncident, { ...input, ...changes }, actor)
  expect(await code({})).toMatchObject({ code: 'vigilance.incident-of-service' })
  expect(await code({ under: 'service:other' })).toMatchObject({ code: 'vigilance.incident-of-service' })
  expect(await code({ under }, official({ id: clerk.id }))).toMatchObject({ code: 'vigilance.incident-own' })
  const incident = 'incident_01960000-0000-7000-8000-000000000009'
  expect(await code({ under, incident })).toMatchObject({ code: 'vigilance.incident-not-found' })
  expect(await code({ under })).toEqual({ incident: input.incident })
  expect(await code({ under })).toMatchObject({ code: 'vigilance.incident-judged-already' })
  expect((await look())[0]?.judgement).toMatchObject({ outcome: 'real', reason, by: officer.id })
  await settle()
  expect((await listEvents('vigilance.incident-judged')).map(({ data }) => data)).toMatchObject([{ outcome: 'real' }])
})

test('from a false alarm the rule learns for a time: another threshold for this actor, or silence', async () => {
  clock.advance({ hours: 2 })
  const [found] = await much()
  const input = { organisation, incident: found?.incident ?? '', outcome: 'false-alarm' as const, reason, under }
  for (const until of ['2026-03-02', '2027-04-01', '2026-02-30'])
    expect(await run(judgeIncident, { ...input, exempt: { until } }, officer)).toMatchObject({
      code: expect.stringMatching(/exemption-term-unfit|input-invalid/),
    })
  await must(judgeIncident, { ...input, exempt: { until: '2026-03-05', reaches: 5 } })
  expect((await must(listExemptions, { organisation })).items).toMatchObject([
    { rule: 'many', actor: clerk.id, reaches: 5, reason, by: officer.id, state: 'in-force' },
  ])
  clock.advance({ hours: 2 })
  const before = (await look()).length
  expect(await much()).toHaveLength(before)
  expect((await much())[0]).toMatchObject({ rule: 'many', count: 6 })
  clock.advance({ days: 5 })
  expect((await much())[0]).toMatchObject({ rule: 'many', count: 3 })
})
