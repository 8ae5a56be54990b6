import { expect, test } from 'vitest'
import { drive } from '../testing/driver.fixture.ts'
import { flows, processOf } from '../testing/model.fixture.ts'

/** A task with a task that undoes it. */
const undoable = (
  id: string,
) => `<userTask id="${id}"/><boundaryEvent id="${id}-event" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent>
  <userTask id="undo-${id}" isForCompensation="true"/><association id="${id}-association" sourceRef="${id}-event" targetRef="undo-${id}"/>`

test('completed activities are undone one after the other, latest first', async () => {
  const process = await processOf(`
    <startEvent id="start"/>${undoable('hotel')}${undoable('flight')}
    <intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent><endEvent id="end"/>
    ${flows('start > hotel > flight > undo > end')}`)
  const run = drive(process)
  run.complete('hotel')
  run.complete('flight')
  expect(run.waiting()).toEqual(['task undo-flight'])
  run.complete('undo-flight')
  expect(run.waiting()).toEqual(['task undo-hotel'])
  run.complete('undo-hotel')
  expect(run.instance.state.status).toBe('completed')
})

test('one activity is undone by name, and only once', async () => {
  const process = await processOf(`
    <startEvent id="start"/>${undoable('hotel')}${undoable('flight')}
    <intermediateThrowEvent id="undo"><compensateEventDefinition activityRef="hotel"/></intermediateThrowEvent>
    <endEvent id="all"><compensateEventDefinition/></endEvent>${flows('start > hotel > flight > undo > all')}`)
  const run = drive(process)
  for (const node of ['hotel', 'flight', 'undo-hotel']) run.complete(node)
  expect(run.waiting()).toEqual(['task undo-flight'])
  run.complete('undo-flight')
  expect(run.instance.state.status).toBe('completed')
})

test('a cancelled transaction undoes what it did and leaves by its cancel event', async () => {
  const process = await processOf(`
    <startEvent id="start"/><transaction id="tx"><startEvent id="in"/><parallelGateway id="fork"/>${undoable('hotel')}<userTask id="other"/>
      <userTask id="decide"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('in > fork > hotel > decide > no', 'fork > other')}</transaction>
    <boundaryEvent id="cancelled" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent><userTask id="sorry"/><endEvent id="end"/>
    ${flows('start > tx > end', 'cancelled > sorry')}`)
  const run = drive(process)
  run.complete('hotel')
  run.complete('decide')
  expect(run.waiting()).toEqual(['task undo-hotel'])
  run.complete('undo-hotel')
  expect(run.waiting()).toEqual(['task sorry'])
})

test('a completed sub-process is undone by what is inside, or by its own compensation event sub-process', async () => {
  const model = (inside: string) =>
    processOf(`
    <startEvent id="start"/><subProcess id="trip"><startEvent id="in"/>${undoable('hotel')}${undoable('flight')}${flows('in > hotel > flight')}${inside}</subProcess>
    <intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent><endEvent id="end"/>${flows('start > trip > undo > end')}`)
  const plain = drive(await model(''))
  for (const node of ['hotel', 'flight', 'undo-flight', 'undo-hotel']) plain.complete(node)
  expect(plain.instance.state.status).toBe('completed')

  const own = drive(
    await model(`<subProcess id="how" triggeredByEvent="true"><startEvent id="asked"><compensateEventDefinition/></startEvent><userTask id="phone"/>
      <endEvent id="rest"><compensateEventDefinition activityRef="hotel"/></endEvent>${flows('asked > phone > rest')}</subProcess>`),
  )
  for (const node of ['hotel', 'flight', 'phone', 'undo-hotel']) own.complete(node)
  expect(own.instance.state).toMatchObject({ status: 'completed', tokens: {} })
})

test('every completed instance of a repeated activity is undone', async () => {
  const process = await processOf(`
    <startEvent id="start"/><userTask id="book"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
    <boundaryEvent id="event" attachedToRef="book"><compensateEventDefinition/></boundaryEvent><userTask id="undo-book" isForCompensation="true"/><association id="x" sourceRef="event" targetRef="undo-book"/>
    <endEvent id="undo"><compensateEventDefinition/></endEvent>${flows('start > book > undo')}`)
  const run = drive(process)
  for (const node of ['book', 'book']) run.complete(node)
  expect(run.pending('undo-book').local).toEqual(expect.objectContaining({ loopCounter: 2 }))
  run.complete('undo-book')
  expect(run.pending('undo-book').local).toEqual(expect.objectContaining({ loopCounter: 1 }))
  run.complete('undo-book')
  expect(run.instance.state.status).toBe('completed')
})

test('undoing goes on when what undoes is itself interrupted', async () => {
  const process = await processOf(`
    <startEvent id="start"/>${undoable('hotel')}${undoable('flight')}
    <boundaryEvent id="late" attachedToRef="undo-flight"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="phone"/>
    <endEvent id="undo"><compensateEventDefinition/></endEvent>${flows('start > hotel > flight > undo', 'late > phone')}`)
  const run = drive(process)
  for (const node of ['hotel', 'flight', 'late']) run.complete(node)
  expect(run.waiting()).toEqual(['task phone', 'task undo-hotel'])
})

const transaction = (inside: string, extra = '', loop = '') =>
  processOf(
    `<startEvent id="start"/><transaction id="tx">${loop}<startEvent id="in"/>${inside}<endEvent id="no"><cancelEventDefinition/></endEvent></transaction>
    <boundaryEvent id="cancelled" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent><userTask id="sorry"/><userTask id="next"/>
    ${flows('start > tx > next', 'cancelled > sorry')}${extra}`,
    '<message id="M" name="M"/>',
  )

test('while a transaction is undone, nothing else happens to it', async () => {
  const process = await transaction(
    `${undoable('hotel')}<userTask id="decide"/>${flows('in > hotel > decide > no')}
    <subProcess id="aside" triggeredByEvent="true"><startEvent id="asked"><messageEventDefinition messageRef="M"/></startEvent><userTask id="answer"/>${flows('asked > answer')}</subProcess>`,
    `<boundaryEvent id="late" attachedToRef="tx"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="remind"/>${flows('late > remind')}`,
  )
  const run = drive(process)
  expect(run.waiting()).toEqual(['timer late', 'message asked', 'task hotel'])
  run.complete('hotel')
  run.complete('decide')
  expect(run.waiting()).toEqual(['task undo-hotel'])
  expect(run.give({ type: 'message', name: 'M' })).toMatchObject([{ type: 'ignored' }])
  run.complete('undo-hotel')
  expect(run.waiting()).toEqual(['task sorry'])
})

test('a cancelled transaction undoes also what a sub-process had done that was still running', async () => {
  const run = drive(
    await transaction(
      `<parallelGateway id="fork"/><userTask id="decide"/><subProcess id="trip"><startEvent id="ti"/>${undoable('hotel')}<userTask id="rest"/>${flows('ti > hotel > rest')}</subProcess>
      ${flows('in > fork > decide > no', 'fork > trip')}`,
    ),
  )
  run.complete('hotel')
  run.complete('decide')
  expect(run.waiting()).toEqual(['task undo-hotel'])
  run.complete('undo-hotel')
  expect(run.waiting()).toEqual(['task sorry'])
})

test('a cancel in one instance of a repeated transaction cancels and undoes them all', async () => {
  const run = drive(
    await transaction(
      `${undoable('hotel')}<userTask id="decide"/>${flows('in > hotel > decide > no')}`,
      '',
      '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
    ),
  )
  for (const node of ['hotel', 'hotel', 'decide']) run.complete(node)
  expect(run.waiting()).toEqual(['task undo-hotel'])
  const first = run.pending('undo-hotel').local.loopCounter
  run.complete('undo-hotel')
  expect([first, run.pending('undo-hotel').local.loopCounter]).toEqual([2, 1])
  run.complete('undo-hotel')
  expect(run.waiting()).toEqual(['task sorry'])
})

test('a repeated activity is not undone while it is running', async () => {
  const process = await processOf(`
    <startEvent id="start"/><parallelGateway id="fork"/><userTask id="book"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
    <boundaryEvent id="event" attachedToRef="book"><compensateEventDefinition/></boundaryEvent><userTask id="undo-book" isForCompensation="true"/><association id="x" sourceRef="event" targetRef="undo-book"/>
    <userTask id="wait"/><intermediateThrowEvent id="early"><compensateEventDefinition/></intermediateThrowEvent><userTask id="again"/><endEvent id="undo"><compensateEventDefinition/></endEvent>
    ${flows('start > fork > book', 'fork > wait > early > again > undo')}`)
  const run = drive(process)
  run.complete('book')
  run.complete('wait')
  expect(run.waiting()).toEqual(['task book', 'task again'])
  run.complete('book')
  run.complete('again')
  expect(run.waiting()).toEqual(['task undo-book'])
})
