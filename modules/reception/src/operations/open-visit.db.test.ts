import { findRow, sql } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import {
  confirmByCode,
  confirmBySignature,
  endVisit,
  findVisitor,
  getVisit,
  openVisit,
  sendVisitCode,
  visitHeader,
} from '../contract/index.ts'
import { hall, operator } from '../reception-platform.fixture.ts'
import { createVisits } from '../visits/create-visits.ts'
import { inVisit } from '../visits/in-visit.ts'
import { aigul, timur, visitsPlatform } from '../visits-platform.fixture.ts'

const { run, settle, clock, set, sent, line, database, audited } = await visitsPlatform()
const { organisation } = hall
const [one, two] = [operator(1), operator(2)]
const visits = createVisits({ packages: set, clock })

async function open(person: string, actor = one): Promise<string> {
  const opened = await run(openVisit, { ...hall, person }, actor)
  if (isRefused(opened)) throw new Error(opened.code)
  return opened.visit
}
const seen = async (actor = one) => {
  const got = await run(getVisit, { organisation }, actor)
  return isRefused(got) ? null : got.visit
}
const judged = (visit: string, service: string) =>
  visits.judge(database, {
    visit,
    official: one.id,
    organisation,
    visitor: aigul.person,
    permission: 'cases.case.open',
    services: [service],
  })
const codeIn = (text: string | undefined) => /\d{6}/.exec(text ?? '')?.[0] ?? ''

it('opens a visit that stands once the visitor told the code of their telephone, until it ends', async () => {
  const found = await run(findVisitor, { organisation, number: 'dm-2222-3333-4', born: aigul.born }, one)
  expect(found).toMatchObject({ items: [{ name: 'Aigul Demo', phone: '…22' }], registrar: 'civil-registry' })
  expect(audited.at(-1)).toMatchObject({ operation: 'reception.find-visitor', subjects: [aigul.person] })
  expect(await run(openVisit, { ...hall, person: 'person_01960000-0000-7000-8000-000000000009' }, one)).toMatchObject({
    code: 'reception.visitor-unknown',
  })
  const visit = await open(aigul.person)
  expect(await run(openVisit, { ...hall, person: timur.person }, one)).toMatchObject({ code: 'reception.visit-open' })
  const services = ['one-time-birth-benefit']
  expect((await seen())?.services.map(({ service }) => service)).toEqual(services)
  expect((await seen())?.words).toContain('One-time')
  expect(await seen(two)).toBeNull()
  expect(await judged(visit, 'one-time-birth-benefit')).toBe('visit-unconfirmed')
  expect(await run(confirmBySignature, { organisation, visit, strokes: [[0, 0, 900, 900]] }, one)).toMatchObject({
    code: 'reception.phone-known',
  })
  expect(await run(confirmByCode, { organisation, visit, code: '000000' }, one)).toEqual({
    outcome: 'expired',
    left: 0,
  })

  line.answers = false
  expect(await run(sendVisitCode, { organisation, visit }, two)).toMatchObject({ code: 'reception.visit-over' })
  await run(sendVisitCode, { organisation, visit }, one)
  await settle().catch(() => null)
  expect((await seen())?.code).toBe('wanted')
  line.answers = true
  clock.advance({ seconds: 10 })
  await settle()
  expect((await seen())?.code).toBe('sent')
  expect(sent.map(({ to }) => to)).toEqual([aigul.phone])
  const first = codeIn(sent[0]?.text)
  await run(sendVisitCode, { organisation, visit }, one)
  await settle()
  expect(sent).toHaveLength(2)
  const code = codeIn(sent[1]?.text)
  if (first !== code)
    expect(await run(confirmByCode, { organisation, visit, code: first }, one)).toEqual({ outcome: 'wrong', left: 4 })
  expect(await run(confirmByCode, { organisation, visit, code: ` ${code.slice(0, 3)} ${code.slice(3)}` }, one)).toEqual(
    {
      outcome: 'confirmed',
      left: 0,
    },
  )
  expect(audited.at(-1)?.fields).toEqual([
    'confirmed-by:code',
    expect.stringMatching(/^evidence:sha-256:[0-9a-f]{64}$/),
  ])
  expect(await run(confirmByCode, { organisation, visit, code }, one)).toMatchObject({
    code: 'reception.visit-confirmed-already',
  })
  expect(await judged(visit, 'one-time-birth-benefit')).toBe('stands')
  expect(await judged(visit, 'birth-certificate')).toBe('outside-agreement')

  const door = inVisit({ authenticate: async () => one }, { reader: database, clock })
  const asking = (headers: Record<string, string>) =>
    door.authenticate({ headers, cookies: {}, language: 'en', method: 'POST', path: '/' })
  expect(await asking({})).toEqual(one)
  expect(await asking({ [visitHeader]: visit })).toMatchObject({ id: one.id, visit, onBehalfOf: aigul.person })

  await run(endVisit, { organisation, visit }, one)
  expect(await seen()).toBeNull()
  expect(await judged(visit, 'one-time-birth-benefit')).toBe('visit-over')
  expect(await asking({ [visitHeader]: visit })).toMatchObject({ code: 'reception.visit-over' })
})

it('takes a drawn signature from who has no telephone, and keeps it with the words; ends by itself', async () => {
  const visit = await open(timur.person)
  const words = (await seen())?.words
  expect(await run(sendVisitCode, { organisation, visit }, one)).toMatchObject({ code: 'reception.phone-missing' })
  expect(await run(confirmBySignature, { organisation, visit, strokes: [[1, 1]] }, one)).toMatchObject({
    code: 'reception.signature-empty',
    pointer: '/strokes',
  })
  expect(await run(confirmBySignature, { organisation, visit, strokes: [[0, 0, 900, 900]] }, one)).toEqual({ visit })
  const kept = await findRow(
    database,
    sql<{ words: string; signature: string }>`select words, signature from reception.visits where id = ${visit}`,
  )
  expect(kept?.words).toBe(words)
  expect(kept?.signature).toMatch(/^<svg .*<polyline points="0 0 2700 900"/)
  expect((await seen())?.confirmedBy).toBe('signature')
  clock.advance({ minutes: 61 })
  expect(await seen()).toBeNull()
  expect(await run(endVisit, { organisation, visit }, one)).toMatchObject({ code: 'reception.visit-over' })
  await open(aigul.person)
})

it('opens no visit in a hall that is not there', async () => {
  expect(await run(openVisit, { organisation, unit: 'east', person: aigul.person }, two)).toMatchObject({
    code: 'reception.hall-not-found',
  })
})
