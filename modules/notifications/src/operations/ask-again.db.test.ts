import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { askAgain, listOwnMessages, notifyPerson } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
let count = 0
async function again(task = 'choose-name', key = `again/${++count}`) {
  const input = {
    organisation: 'civil-registry',
    person: mother.id,
    case: 'case_1',
    task,
    wrong: 'empty' as const,
    key,
  }
  const asked = await platform.run(askAgain, input, writer)
  return isRefused(asked) ? asked.code : asked.asked
}
const told = async () => {
  const found = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.filter(({ title }) => title === 'Түсінбедік').map(({ text }) => text)
}

describe('ask-again', () => {
  it('asks nobody who was not asked', async () => {
    expect(await again()).toBe(false)
    expect(await told()).toEqual([])
  })

  it('says what was wrong, in the person’s language, at most three times a day for a task', async () => {
    await platform.run(notifyPerson, notice(), writer)
    expect(await again('another-task')).toBe(false)
    for (const asked of [true, true, true, false, false]) {
      expect(await again()).toBe(asked)
      platform.clock.advance({ minutes: 1 })
    }
    expect(await told()).toEqual([
      'Есім жоқ. ЕСІМ Арман деп жазыңыз.',
      'Есім жоқ. ЕСІМ Арман деп жазыңыз.',
      'Есім жоқ. ЕСІМ Арман деп жазыңыз.',
    ])
    platform.clock.advance({ hours: 25 })
    expect(await again()).toBe(true)
  })

  it('says it once for one SMS', async () => {
    await again('choose-name', 'same')
    const before = (await told()).length
    await again('choose-name', 'same')
    expect((await told()).length).toBe(before)
  })
})
