import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, appealDecision, completeTask } from '../contract/index.ts'

const statements: string[] = []
const cases = await casesPlatform(statement => void statements.push(statement))

/** Statements on the tables of cases that some work makes. */
async function counted(work: () => Promise<unknown>): Promise<string[]> {
  statements.length = 0
  await work()
  return statements.filter(text => text.includes('cases.')).map(text => text.trim().split(' ')[0] ?? '')
}

/** The lock of a case and the reading that is sent with it, the look at the task, the writing. */
const asFew = ['select', 'select', 'select', 'with']

it('moves a case by one reading, one look at the task and one writing, however much happens', async () => {
  const mother = await cases.mother('conflicting')
  const draft = await cases.draft(mother)
  const application = { ...draft, answers: mother.application }
  expect(await counted(async () => done(await cases.run(answerTask, application, mother.actor)))).toEqual(asFew)
  await cases.settle()
  const task = await cases.taskOf(draft)
  const decision = { review: { outcome: 'granted', reason: 'The employer proves 60 000 a month' } }
  const review = { ...task, outcome: 'done', reason: '', answers: decision }
  const worker = cases.official('worker')
  expect(await counted(async () => done(await cases.run(completeTask, review, worker)))).toEqual(asFew)
})

it('keeps the acts, the timeline and the history of a case in order over several transactions', async () => {
  const { mother, place } = await cases.decided('refused')
  done(await cases.run(appealDecision, { ...place, reason: 'My employer was wrong' }, mother.actor))
  await cases.settle()
  const { acts } = await cases.office(place)
  expect(acts.map(({ kind }) => kind)).toEqual(['registration', 'decision', 'appeal'])
  const numbers = acts.map(({ number }) => number)
  expect(numbers.map(number => number.split('/')[1])).toEqual(['1', '2', '3'])
})
