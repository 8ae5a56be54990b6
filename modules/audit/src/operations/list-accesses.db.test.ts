import { official, person, system } from '@tereze/foundation-testing'
import { type Actor, anonymous, isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { listAccesses } from '../contract/index.ts'

const platform = await auditPlatform()
const mother = person()
const id = (n: number) => `person_01960000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

async function list(
  who: string,
  page: { after?: string; limit?: number; includeOwn?: boolean } = {},
  actor: Actor = person({ id: who }),
) {
  const found = await platform.run(listAccesses, { person: who, ...page }, actor)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

test('names who looked, across organisations, newest first', async () => {
  const [older] = await platform.append(platform.newLine({ subjects: [mother.id], ground: 'Law on benefits, 14' }))
  platform.clock.advance({ minutes: 1 })
  const [newer] = await platform.append(
    platform.newLine({
      tenant: 'tax-agency',
      actor: system({ organisation: 'social-protection' }),
      subjects: [mother.id],
    }),
  )
  const { items, next } = await list(mother.id)
  expect(next).toBeNull()
  expect(items.map(item => item.line)).toEqual([newer?.id, older?.id])
  expect(items[1]).toEqual({
    line: older?.id,
    time: '2026-03-02T04:00:00.000Z',
    by: 'official',
    actor: official().id,
    roles: ['case-worker'],
    organisation: 'social-protection',
    operation: 'cases.get-case',
    purpose: 'cases.case.read',
    ground: 'Law on benefits, 14',
    outcome: 'done',
    fields: [],
    own: false,
    log: 'social-protection',
  })
})

test('own session work can be left out, but no sign-in, and pages stay full', async () => {
  const who = id(90)
  const own = () => platform.newLine({ actor: { ...system(), id: 'system:people' }, subjects: [who] })
  const signIn = (outcome: string) =>
    platform.newLine({ operation: 'identity.check-code', actor: anonymous(), subjects: [who], outcome })
  const lines = [
    own(),
    platform.newLine({ subjects: [who] }),
    own(),
    signIn('done'),
    signIn('identity.code-wrong'),
    own(),
  ]
  lines.push(platform.newLine({ subjects: [who] }))
  await platform.append(...lines)
  const foreign = [lines[1], lines[3], lines[4], lines[6]].map(line => line?.id).sort()
  expect((await list(who)).items.filter(item => item.own)).toHaveLength(3)
  const first = await list(who, { limit: 2, includeOwn: false })
  const second = await list(who, { limit: 2, includeOwn: false, after: first.next ?? '' })
  expect(first.items).toHaveLength(2)
  expect([...first.items, ...second.items].map(item => item.line).sort()).toEqual(foreign)
  expect(second.next).toBeNull()
})

test('a list of fifty people is one line that each of them sees', async () => {
  const people = Array.from({ length: 50 }, (_, n) => id(n))
  const [line] = await platform.append(platform.newLine({ subjects: people }))
  for (const who of [id(0), id(49)]) expect((await list(who)).items.map(item => item.line)).toEqual([line?.id])
})

test('what people do to their own data is not an access', async () => {
  const self = person({ id: id(60) })
  await platform.append(platform.newLine({ actor: self, subjects: [self.id, id(61)] }))
  expect((await list(self.id)).items).toEqual([])
  expect((await list(id(61))).items).toHaveLength(1)
})

test('pages meet without gap or repetition, also within one instant', async () => {
  const who = id(70)
  const lines = await platform.append(...Array.from({ length: 7 }, () => platform.newLine({ subjects: [who] })))
  const seen: string[] = []
  let after: string | undefined
  do {
    const found = await list(who, { limit: 3, ...(after === undefined ? {} : { after }) })
    seen.push(...found.items.map(item => item.line))
    after = found.next ?? undefined
  } while (after !== undefined)
  expect(seen).toHaveLength(7)
  expect(new Set(seen)).toEqual(new Set(lines.map(line => line.id)))
})

test('a person sees their own list and that of whom they act for, nobody else’s', async () => {
  const who = id(80)
  await platform.append(platform.newLine({ subjects: [who] }))
  expect((await list(who, {}, person({ onBehalfOf: who }))).items).toHaveLength(1)
  expect(await platform.run(listAccesses, { person: who }, mother)).toMatchObject({ code: 'audit.person-other' })
})

test('asking about another is an access itself; a cursor that is none reads from the beginning', async () => {
  const who = id(81)
  await platform.append(platform.newLine({ subjects: [who] }))
  expect((await list(who, { after: '!' })).items).toHaveLength(1)
  await list(who, {}, official({ roles: ['auditor'] }))
  expect((await list(who)).items.map(item => item.operation)).toContain('audit.list-accesses')
})

test('what people do to their own data is not listed, what an application does in their name is, with its name', async () => {
  const own = person({ id: id(77) })
  await platform.append(platform.newLine({ actor: own, subjects: [own.id] }))
  const actor = person({ id: own.id, clients: ['bank', 'fund'], scopes: ['applications.read'] })
  await platform.append(platform.newLine({ actor, subjects: [own.id] }))
  const { items } = await list(own.id)
  expect(items).toEqual([expect.objectContaining({ by: 'person', applications: ['bank', 'fund'] })])
})
