import { listOwnMessages } from '@tereze/notifications/contract'
import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, askSignatories, getOwnCase, getOwnTask, writeStatement } from '../contract/index.ts'
import { awaitingSignatories, consentOf, sign, wanted } from '../signed-case.fixture.ts'

const cases = await casesPlatform()

it('lets the application wait for those who are asked; they sign the same words, and it goes on with a receipt for each', async () => {
  const [mother, first, second, stranger] = [
    await cases.mother(),
    await cases.mother(),
    await cases.mother(),
    await cases.mother(),
  ]
  const place = await awaitingSignatories(cases, mother)
  const ask = (persons: Parameters<typeof wanted>[0][], who = mother) =>
    cases.run(askSignatories, { ...place, persons: persons.map(wanted) }, who.actor)
  expect(await cases.seen(place, mother.actor)).toMatchObject({
    card: { status: 'draft' },
    signing: { kind: 'advanced', least: 1, most: 2, chosen: [], room: 2 },
  })
  expect(await ask([first], stranger)).toMatchObject({ code: 'cases.case-not-found' })
  expect(await ask([mother])).toMatchObject({ code: 'cases.signatory-unfit', params: { why: 'applicant' } })
  expect(await ask([first, second, stranger])).toMatchObject({ code: 'cases.signatory-unfit', pointer: '/persons/2' })
  const nobody = { ...place, persons: [wanted(first), { identifier: first.identifier, family: 'Other' }] }
  expect(await cases.run(askSignatories, nobody, mother.actor)).toMatchObject({
    code: 'cases.signatory-not-found',
    pointer: '/persons/1',
  })

  done(await ask([first, second]))
  const task = async (who: typeof first) => {
    const own = done(await cases.run(getOwnCase, place, who.actor))
    expect(own).toMatchObject({ facts: [], acts: [] })
    return { ...place, task: own.card.yourTask?.task ?? '' }
  }
  const [one, two] = [await task(first), await task(second)]
  // What the applicant is known by stays hers: a signatory sees what is signed, and no more.
  expect(done(await cases.run(getOwnTask, one, first.actor))).toMatchObject({ signs: true, data: {}, context: {} })
  const { text } = done(await cases.run(writeStatement, { ...one, answers: {} }, { ...first.actor, language: 'en' }))
  expect(text).toContain('From: Aliya Zhailauova')
  expect(text).toContain('To which vaccinations do you agree? Measles')
  const unsigned = await cases.run(answerTask, { ...one, answers: {} }, first.actor)
  expect(unsigned).toMatchObject({ code: 'cases.signature-needed' })

  for (const [place, who] of [
    [one, first],
    [two, second],
  ] as const) {
    expect((await cases.seen(place, mother.actor)).card.status).toBe('draft')
    const signature = await sign(cases, place, {}, who)
    done(await cases.run(answerTask, { ...place, answers: {}, signature }, who.actor))
  }
  await cases.settle()
  const { card, signing, signatures } = await cases.seen(place, mother.actor)
  expect(card.status).not.toBe('draft')
  expect(signing).toMatchObject({ chosen: [{ state: 'signed' }, { state: 'signed' }], room: 0 })
  expect(signatures).toHaveLength(3)
  expect(await ask([stranger])).toMatchObject({ code: 'cases.status-unfit' })
  for (const who of [first, second]) {
    const { items } = done(await cases.run(listOwnMessages, { person: who.actor.id, case: place.case }, who.actor))
    expect(items.map(({ title }) => title).sort()).toEqual([
      'Сізден өтінішке қол қоюды сұрайды',
      'Өтінішке қол қойылды',
    ])
  }
  // Whoever answers no such question needs nobody else.
  expect(consentOf(mother)).not.toHaveProperty('both')
})
