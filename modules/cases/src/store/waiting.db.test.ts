import { expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { resumeCase, suspendCase } from '../contract/index.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { findCase } from './cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const worker = cases.official('worker')
const day = '<bpmn:timerEventDefinition><bpmn:timeDuration>P40D</bpmn:timeDuration></bpmn:timerEventDefinition>'
own.publish('waits-for-word', line(['receive', '<bpmn:receiveTask id="receive" messageRef="m"/>']), {
  beside: '<bpmn:message id="m" name="word of another body"/>',
})
own.publish(
  'waits-for-signal',
  line([
    'hear',
    '<bpmn:intermediateCatchEvent id="hear"><bpmn:signalEventDefinition signalRef="x"/></bpmn:intermediateCatchEvent>',
  ]),
  { beside: '<bpmn:signal id="x" name="never thrown"/>' },
)
own.publish(
  'waits-for-day',
  line(['sleep', `<bpmn:intermediateCatchEvent id="sleep">${day}</bpmn:intermediateCatchEvent>`]),
)
own.publish('waits-for-us', line(['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>']))

const waitingOf = async ({ organisation, case: id }: Place) =>
  (await findCase(cases.platform.database, organisation, id))?.waiting

it('a case that waits for a message or a signal waits for another body, before it waits for a day', async () => {
  for (const process of ['waits-for-word', 'waits-for-signal']) {
    const { place } = await cases.decided('granted')
    expect(await waitingOf(place)).toBeNull()
    await own.start(place, 'waits-for-day')
    expect(await waitingOf(place)).toBe('date')
    const instance = await own.start(place, process)
    expect(await waitingOf(place)).toBe('agency')
    await own.give(place, instance, { type: 'cancel' })
    expect(await waitingOf(place)).toBe('date')
  }
})

it('work of an official goes before what a case waits for', async () => {
  const { place } = await cases.decided('granted')
  await own.start(place, 'waits-for-word')
  await own.start(place, 'waits-for-us')
  expect(await waitingOf(place)).toBeNull()
})

it('what a process on hold waits for does not count until it goes on', async () => {
  const { place } = await cases.decided('granted')
  const [word, sleeper] = [await own.start(place, 'waits-for-word'), await own.start(place, 'waits-for-day')]
  await own.give(place, word, { type: 'suspend' })
  expect(await waitingOf(place)).toBe('date')
  await own.give(place, sleeper, { type: 'suspend' })
  expect(await waitingOf(place)).toBeNull()
  await own.give(place, word, { type: 'resume' })
  expect(await waitingOf(place)).toBe('agency')
})

it('a suspended case waits for what ends the suspension, though its officials have a task', async () => {
  for (const [ground, waiting, until] of [
    ['waiting-for-agency', 'agency', undefined],
    ['decision-awaited', 'date', new Date(Date.parse(cases.now()) + 5 * 86_400_000).toISOString().slice(0, 10)],
  ] as const) {
    const { place } = await cases.inReview()
    expect(await waitingOf(place)).toBeNull()
    const order = {
      ...place,
      ground,
      reason: 'The decision of another body is awaited',
      ...(until === undefined ? {} : { until }),
    }
    done(await cases.run(suspendCase, order, worker))
    await cases.settle()
    expect(await waitingOf(place)).toBe(waiting)
    done(await cases.run(resumeCase, { ...place, reason: 'What was awaited has come' }, worker))
    await cases.settle()
    expect(await waitingOf(place)).toBeNull()
  }
})
