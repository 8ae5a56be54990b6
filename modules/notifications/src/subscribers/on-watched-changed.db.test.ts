import { isRefused } from '@tereze/operation'
import { watchedChanged } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { listOwnMessages } from '../contract/index.ts'
import { mother, notificationsPlatform } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const happen = (watcher: string, register: string, event: 'changed' | 'destroyed') =>
  platform.runner.jobContext('test').write('civil-registry', context =>
    context.emit(watchedChanged, {
      subject: 'watch',
      data: {
        watch: 'watch_01960000-0000-7000-8000-000000000001',
        watcher,
        register,
        record: 'birth_01960000-0000-7000-8000-000000000002',
        event,
      },
    }),
  )
const told = async (language: 'en' | 'ru' | 'kk') => {
  await platform.settle()
  const page = await platform.run(listOwnMessages, { person: mother.id }, { ...mother, language })
  if (isRefused(page)) throw new Error(page.code)
  return page.items.map(({ title, text }) => `${title} ${text}`.replace(/\s+/g, ' '))
}

it('tells the person in their language that something happened, not what; an official is not written to', async () => {
  await happen(mother.id, 'births', 'changed')
  await happen('official_01960000-0000-7000-8000-000000000003', 'births', 'changed')
  expect(await told('en')).toEqual([expect.stringContaining('The record was changed. This happened on 2 March 2026')])
  expect(await told('ru')).toEqual([expect.stringContaining('Запись изменена.')])
  expect(await told('kk')).toEqual([expect.stringContaining('Жазба өзгертілді.')])
  expect((await told('en')).join()).not.toContain('birth_')
})

it('holds nothing back behind a register that does not tell of changes any more', async () => {
  await happen(mother.id, 'forgotten', 'changed')
  platform.clock.advance({ seconds: 1 })
  await happen(mother.id, 'births', 'destroyed')
  expect((await told('en'))[0]).toContain('The record was destroyed')
})
