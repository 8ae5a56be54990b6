import { consentChanged } from '@tereze/exchange/contract'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages } from '../contract/index.ts'
import { mother, notificationsPlatform } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const change = async (state: 'asked' | 'refused', number: number) => {
  const message = `01960000-0000-7000-8000-00000007000${number}`
  const about = { contract: 'civil-registry.person@1', consumer: 'civil-registry', purpose: 'benefit-eligibility' }
  const data = { message, ...about, person: mother.id, state, term: '2026-03-04T04:00:00.000Z' }
  await platform.runner
    .jobContext('test')
    .write('civil-registry', context => context.emit(consentChanged, { subject: message, data }))
  await platform.settle()
}

it('tells the person who asks for what and until when, once; and nothing where the contract has no notice', async () => {
  await change('asked', 1)
  await change('refused', 1)
  const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(page)) throw new Error(page.code)
  expect(page.items).toMatchObject([{ title: 'Сіздің келісіміңіз керек', case: null }])
  expect(page.items[0]?.text).toContain('«Адам туралы мәлімет»')
  expect(page.items[0]?.text).toMatch(/2026/)
})
