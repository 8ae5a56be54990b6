import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { beforeAll, describe, expect, it } from 'vitest'
import { listMessages } from '../contract/index.ts'
import { exchangePlatform, notification, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const sent: string[] = []
beforeAll(async () => {
  for (const [index, number] of ['A', 'B', 'C', 'D', 'E'].entries()) {
    const id = `01960000-0000-7000-8000-0000000000a${index}`
    if (index % 2 === 0) platform.clock.advance({ minutes: 1 })
    await platform.serve(await platform.member.sign({ id, body: notification(number, platform.mother.identifier) }))
    sent.unshift(id)
  }
})
const list = async (more: object = {}) => {
  const found = await platform.run(
    listMessages,
    { organisation: 'civil-registry', ...more },
    official({ organisation: 'civil-registry' }),
  )
  if (isRefused(found)) throw new Error(found.code)
  return found
}

describe('list-messages', () => {
  it('gives the log without bodies, newest first', async () => {
    const { items, next } = await list()
    expect(items.map(({ message }) => message)).toEqual(sent)
    expect(next).toBeNull()
    expect(items[0]).toEqual({
      message: sent[0],
      direction: 'received',
      contract: 'civil-registry.birth-notification@1',
      contractTitle: { en: 'Notification of a birth', ru: expect.any(String), kk: expect.any(String) },
      peer: ward,
      purpose: 'birth-registration',
      purposeTitle: { en: expect.any(String), ru: 'Регистрация рождения', kk: expect.any(String) },
      ground: 'act:civil-registration/12.1',
      case: null,
      time: platform.clock.now().toISOString(),
      outcome: 'done',
    })
  })

  it('gives pages, each message once, also of one instant', async () => {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(after === '' ? {} : { after }) })
      seen.push(...page.items.map(({ message }) => message))
      after = page.next
    }
    expect(seen).toEqual(sent)
  })

  it('is narrowed by contract and outcome, and to one organisation', async () => {
    expect((await list({ contract: 'civil-registry.birth-notification@1', outcome: 'done' })).items).toHaveLength(5)
    expect((await list({ contract: 'civil-registry.person@1' })).items).toEqual([])
    expect((await list({ outcome: 'exchange.body-invalid' })).items).toEqual([])
    expect((await list({ organisation: 'health' })).items).toEqual([])
  })

  it('is searched by member, direction, purpose, number, time and person; a search by person is an access to their data', async () => {
    const many = async (more: object) => (await list(more)).items.length
    expect(await many({ peer: ward, direction: 'received', purpose: 'birth-registration' })).toBe(5)
    expect(await many({ peer: 'health' })).toBe(0)
    expect(await many({ direction: 'sent' })).toBe(0)
    expect(await many({ message: sent[0] })).toBe(1)
    expect(await many({ case: 'case_1' })).toBe(0)
    expect(await many({ from: '2026-03-02T04:02:00.000Z', until: '2026-03-02T04:03:00.000Z' })).toBe(2)
    expect(await many({ subject: platform.mother.id })).toBe(5)
    expect(platform.audited.at(-1)).toMatchObject({
      operation: 'exchange.list-messages',
      subjects: [platform.mother.id],
    })
    expect(await many({ subject: 'person_other' })).toBe(0)
  })

  it('begins anew after a page mark that is none', async () => {
    expect((await list({ after: 'nonsense' })).items).toHaveLength(5)
  })
})
