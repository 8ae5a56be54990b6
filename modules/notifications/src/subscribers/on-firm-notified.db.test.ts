import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages, notifyPerson } from '../contract/index.ts'
import { father, firm, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()

it('keeps a message to a firm in its cabinet alone, and tells who may read it there that there is one', async () => {
  const written = await platform.run(notifyPerson, notice({ person: firm, key: 'to-the-firm' }), writer)
  expect(isRefused(written)).toBe(false)
  await platform.settle()
  const of = async (person: string, who: typeof mother) => {
    const page = await platform.run(listOwnMessages, { person }, who)
    if (isRefused(page)) throw new Error(page.code)
    return page.items
  }
  const own = await of(firm, { ...mother, onBehalfOf: firm })
  expect(own.map(({ title, deliveries }) => [title, deliveries.map(({ channel }) => channel)])).toEqual([
    ['Есім таңдаңыз', ['cabinet']],
  ])
  const told = await of(mother.id, mother)
  expect(told.map(({ title }) => title)).toEqual(['Ұйымға жаңа хабарлама келді: Бадам'])
  expect(told[0]?.text).not.toContain('41')
  expect(told[0]?.deliveries.map(({ channel }) => channel).sort()).toEqual(['cabinet', 'email'])
  expect(await of(father.id, father)).toEqual([])
})
