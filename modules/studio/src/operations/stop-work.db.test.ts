import { expect, it } from 'vitest'
import { changeTask, stopWork } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, head, reviewer, start, get } = await worksPlatform()

it('stops a work for good with a reason; another one may begin', async () => {
  const work = await start()
  const stop = (reason: string, who = head) => platform.run(stopWork, { organisation, work, reason }, who)
  expect(await stop('Nobody needs it', reviewer)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await stop(' ')).toMatchObject({ code: 'studio.reason-needed' })
  expect(await stop('Nobody needs it')).toEqual({ work, state: 'stopped' })
  expect(await stop('Again')).toMatchObject({ code: 'studio.work-ended', params: { state: 'stopped' } })
  expect(await platform.run(changeTask, { organisation, work, task: 'needs', do: 'take' }, sara)).toMatchObject({
    code: 'studio.work-ended',
  })
  const found = await get(work)
  expect(found).toMatchObject({ conditions: [], may: { do: false, pass: false, stop: false } })
  expect(found.history.at(-1)).toMatchObject({ what: 'stopped', reason: 'Nobody needs it', to: null })
  expect(await start()).not.toBe(work)
})
