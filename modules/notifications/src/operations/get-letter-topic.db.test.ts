import { expect, it } from 'vitest'
import { getLetterTopic, type Letter, leaveLetters, notifyPerson } from '../contract/index.ts'
import { keepingIn, mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

const letters: Letter[] = []
const platform = await notificationsPlatform({ mail: keepingIn(letters) })

it('tells the topic of a letter and nothing of the person', async () => {
  await platform.run(notifyPerson, notice({ notice: 'progress' }), writer)
  await platform.settle()
  const token = letters[0]?.leave?.split('/').at(-1) ?? ''
  const topic = { title: { en: 'Progress of a case', ru: 'Ход дела', kk: 'Істің барысы' } }
  expect(await platform.run(getLetterTopic, { token }, mother)).toEqual({ ...topic, refused: false })
  await platform.run(leaveLetters, { token }, mother)
  expect(await platform.run(getLetterTopic, { token }, mother)).toEqual({ ...topic, refused: true })
  expect(await platform.run(getLetterTopic, { token: 'B'.repeat(22) }, mother)).toMatchObject({
    code: 'notifications.letter-not-found',
  })
})
