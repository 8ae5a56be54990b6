import { expect, it } from 'vitest'
import { changeTask } from '../contract/index.ts'
import { worksPlatform } from '../works.fixture.ts'

const { platform, organisation, sara, dana, head, start, done, get } = await worksPlatform()

it('takes a task, lets it go, finishes it; nobody else meanwhile, nor what is not of the stage', async () => {
  const work = await start()
  const taken = await done(changeTask, { work, task: 'needs', do: 'take' }, sara)
  expect(taken).toMatchObject({ state: 'taken', by: { official: sara.id, name: { family: 'Эталонова' } } })
  expect((await get(work)).card.working).toMatchObject([{ official: sara.id }])
  const change = (task: string, wish: 'take' | 'finish', who = dana) =>
    platform.run(changeTask, { organisation, work, task, do: wish, result: 'Done' }, who)
  expect(await change('needs', 'finish')).toMatchObject({ code: 'studio.task-state', params: { state: 'taken' } })
  expect(await change('acts', 'take')).toMatchObject({ code: 'studio.task-not-found', pointer: '/task' })
  expect(await change('needs', 'take', head)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await done(changeTask, { work, task: 'needs', do: 'let-go' }, sara)).toMatchObject({ state: 'open', by: null })
  const finished = await done(changeTask, { work, task: 'needs', do: 'finish', result: ' Three talks ' }, dana)
  expect(finished).toMatchObject({ state: 'done', by: { official: dana.id }, result: 'Three talks' })
  expect((await get(work)).card).toMatchObject({ tasksLeft: 1, working: [] })
})
