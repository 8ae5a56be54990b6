import { expect, it } from 'vitest'
import { listCaseMessages, notifyPerson } from '../contract/index.ts'
import { father, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()

it('lists what was written about a case of the organisation, to whom, and what came of it', async () => {
  await platform.run(notifyPerson, notice(), writer)
  platform.clock.advance({ seconds: 1 })
  await platform.run(notifyPerson, notice({ person: father.id, key: 'f' }), writer)
  await platform.run(notifyPerson, notice({ case: 'case_2', key: 'other' }), writer)
  await platform.settle()
  const list = (organisation: string) => platform.run(listCaseMessages, { organisation, case: 'case_1' }, writer)
  const found = await list('civil-registry')
  expect(found).toMatchObject({
    items: [
      { person: father.id, title: { kk: 'Есім таңдаңыз' } },
      { person: mother.id, readAt: null },
    ],
    next: null,
  })
  // The father has no e-mail, and the SMS got through: nothing more is tried.
  const { items } = found as { items: { deliveries: { channel: string; state: string; problem: string | null }[] }[] }
  expect(items[0]?.deliveries.map(({ channel, state, problem }) => [channel, state, problem])).toEqual([
    ['cabinet', 'sent', null],
    ['email', 'failed', 'no-address'],
    ['sms', 'sent', null],
  ])
  expect(JSON.stringify(found)).not.toContain('Туған')
  expect(await list('platform')).toEqual({ items: [], next: null })
})
