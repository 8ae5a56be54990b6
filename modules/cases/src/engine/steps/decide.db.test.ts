import { rows, run, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform, done } from '../../cases-platform.fixture.ts'
import { answerTask } from '../../contract/index.ts'
import { keepFile } from '../../files/keep-file.ts'
import { fetchFacts } from '../../jobs/fetch-facts.ts'
import { ownProcesses } from '../../own-processes.fixture.ts'
import { findCase } from '../../store/cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database, runner } = cases.platform

it('asks a source again, once, whose answer is too old for the decision, decides by what it says then, and shows what it was', async () => {
  const mother = await cases.mother('unknown')
  const place = await cases.applied(mother)
  await cases.pass('P2D')
  // What the registry said two days ago was something else.
  const spouse = { name: { family: 'Zhailauov', given: 'Berik' }, since: '2020-05-05' }
  await own.move(place, async ({ row }) => {
    const facts = row.data.facts as { family: { value: object } }
    const family = { ...facts.family.value, spouse }
    row.data = { ...row.data, family, facts: { ...facts, family: { ...facts.family, value: family } } }
  })
  const before = cases.now()
  const bytes = new TextEncoder().encode('%PDF-1.7')
  const { id } = done(await keepFile(cases.keeping(mother.actor), { ...place, name: 'certificate.pdf', bytes }))
  const declared = {
    income: { amount: '70000.00', currency: 'DMD' },
    evidence: [{ id, name: 'certificate.pdf' }],
  }
  done(await cases.run(answerTask, { ...(await cases.taskOf(place)), answers: { declared } }, mother.actor))
  const waiting = await rows(
    database,
    sql<{ id: string; sources: string[] }>`select id, detail -> 'sources' as sources from cases.work
      where case_id = ${place.case} and kind = 'facts'`,
  )
  expect(waiting).toMatchObject([{ sources: ['family', 'spouseIncome', 'entitlement'] }])
  expect((await cases.seen(place, mother.actor)).card.waiting).toBe('agency')

  // A node dies that had taken the work: another does it, and the question is not asked twice.
  const nobody = 2 ** 31 - 1
  const parts = runner.jobContext('cases.fetch-facts')
  await parts.write(place.organisation, ({ tx }) =>
    run(tx, sql`update cases.work set claimed_by = ${nobody}, attempts = 1 where id = ${waiting[0]?.id ?? ''}`),
  )
  await fetchFacts.release?.(parts)
  await cases.settle()

  const data = (await findCase(database, place.organisation, place.case))?.data ?? {}
  expect(data).toMatchObject({
    family: { spouse: null },
    facts: { family: { state: 'received', before: { value: { spouse } } } },
    decision: { outcome: 'review', suggested: 'granted' },
  })
  const { facts, timeline } = await cases.office(place)
  expect(facts.filter(fact => fact.before !== undefined)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        value: expect.objectContaining({ en: 'No longer given' }),
        before: expect.objectContaining({ value: spouse.name, as: 'name' }),
      }),
    ]),
  )
  const since = timeline
    .filter(({ at }) => at >= before)
    .toReversed()
    .map(({ text }) => text.en)
  expect(since.filter(text => text.includes('again'))).toEqual([
    'Some answers are old by now: their sources are asked again before the decision',
    'Civil Registry was asked again before the decision and now says something else; the decision rests on what it says now',
    expect.stringMatching(/^Social Protection.* was asked again before the decision and says the same$/),
  ])
  const asked = await rows(
    database,
    sql<{ count: number }>`select count(*)::integer as count from exchange.messages
      where case_id = ${place.case} and direction = 'sent' and contract like 'civil-registry.family-of-person@%'`,
  )
  expect(asked).toEqual([{ count: 2 }])
})
