import { findRow, rows, sql } from '@tereze/foundation-database'
import { systemActor } from '@tereze/operation'
import { importRecords } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done, type Mother } from '../cases-platform.fixture.ts'
import { correlateMessage, listOwnCases, openCase } from '../contract/index.ts'
import { flow, ownProcesses } from '../own-processes.fixture.ts'
import { type CaseRow, findCase } from '../store/cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database } = cases.platform
const worker = cases.official('worker')

/** A process that an event begins, and then a task. */
const begunBy = (attributes: string, event: string, more = '') =>
  `<bpmn:startEvent id="begin" ${attributes}><bpmn:extensionElements><tereze:output target="said" source="=result.text"/></bpmn:extensionElements>${event}</bpmn:startEvent>
    <bpmn:userTask id="look" tereze:role="case-worker"/><bpmn:endEvent id="e"/>${flow('begin', 'look')}${more === '' ? flow('look', 'e') : more}`
const forMessage = 'tereze:applicant="=result.person"'
const message = (id: string, name: string) => `<bpmn:message id="${id}" name="${name}"/>`
const onMessage = (id: string) => `<bpmn:messageEventDefinition messageRef="${id}"/>`

let count = 0
async function send(
  name: string,
  content: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<string> {
  const id = `message-${++count}`
  done(await cases.run(correlateMessage, { organisation: benefits, message: id, name, content, ...more }, worker))
  await cases.settle()
  return id
}

/** Cases of a service that a person has. */
async function casesOf({ actor }: Pick<Mother, 'actor'>, service: string): Promise<CaseRow[]> {
  const { items } = done(await cases.run(listOwnCases, { person: actor.id, limit: 200 }, actor))
  const found = await Promise.all(
    items.filter(card => card.service === service).map(card => findCase(database, benefits, card.case)),
  )
  return found.filter(row => row !== null)
}

async function standsAt(row: CaseRow): Promise<string[]> {
  const place = { organisation: benefits, case: row.id }
  const [instance] = await own.instances(place)
  return own.waitsAt(place, instance?.id ?? '')
}

const job = (name: string) => {
  const found = cases.platform.modules.flatMap(({ jobs }) => jobs).find(one => one.name === name)
  return () => found?.run(cases.platform.runner.jobContext(name))
}

describe('a message', () => {
  own.serve('told', begunBy(forMessage, onMessage('m')), { beside: message('m', 'flood reported') })

  it('begins one case for whom it names, with what it says, however often it comes', async () => {
    const mother = await cases.mother()
    const input = {
      organisation: benefits,
      message: 'flood-1',
      name: 'flood reported',
      content: { person: mother.actor.id, text: 'the cellar' },
    }
    done(await cases.run(correlateMessage, input, worker))
    done(await cases.run(correlateMessage, input, worker))
    await cases.settle()
    await cases.settle()
    const [row, ...others] = await casesOf(mother, 'told')
    expect(others).toEqual([])
    expect(row).toMatchObject({ status: 'submitted', channel: 'automatic', department: 'north' })
    expect(row?.data).toMatchObject({ said: 'the cellar', begun: { node: 'begin', event: 0 } })
    expect(row && (await standsAt(row))).toEqual(['look'])
  })

  it('waits under its key while the case that was begun by the key runs, and begins another one afterwards', async () => {
    const mother = await cases.mother()
    const tell = (text: string) => send('flood reported', { person: mother.actor.id, text }, { key: 'house 7' })
    await tell('first')
    await tell('second')
    const [first, ...others] = await casesOf(mother, 'told')
    expect(others).toEqual([])
    expect(first?.businessKey).toBe('house 7')
    const place = { organisation: benefits, case: first?.id ?? '' }
    const [instance] = await own.instances(place)
    await own.give(place, instance?.id ?? '', { type: 'cancel' })
    await cases.settle()
    expect((await casesOf(mother, 'told')).map(({ data }) => data.said).sort()).toEqual(['first', 'second'])
  })

  it('goes first to a case that waits for it', async () => {
    own.serve(
      'asks-again',
      begunBy(
        forMessage,
        onMessage('m'),
        `${flow('look', 'more')}<bpmn:receiveTask id="more" messageRef="k"/>${flow('more', 'e')}`,
      ),
      {
        beside: `${message('m', 'storm reported')}<bpmn:message id="k" name="storm reported" tereze:key="=case.businessKey"/>`,
      },
    )
    const mother = await cases.mother()
    const tell = (text: string) => send('storm reported', { person: mother.actor.id, text }, { key: 'house 9' })
    await tell('first')
    const [row] = await casesOf(mother, 'asks-again')
    const task = await cases.taskOf({ organisation: benefits, case: row?.id ?? '' })
    await cases.complete(task, worker, {})
    expect(row && (await standsAt(row))).toEqual(['more'])
    await tell('second')
    expect((await casesOf(mother, 'asks-again')).length).toBe(1)
    expect(row && (await standsAt(row))).toEqual([])
  })

  it('that names nobody begins nothing, is reported, and begins when a version comes that finds whom it is for', async () => {
    own.serve('mistaken', begunBy('tereze:applicant="=result.owner"', onMessage('m')), {
      beside: message('m', 'hail reported'),
    })
    const mother = await cases.mother()
    await expect(send('hail reported', { person: mother.actor.id, text: 'x' })).rejects.toThrow('for whom')
    const failures = async () =>
      (await findRow(
        database,
        sql<{ failures: number; stopped: boolean }>`select failures, failed_at is not null as stopped
        from cases.beginnings where service = 'mistaken'`,
      )) ?? null
    expect(await failures()).toEqual({ failures: 1, stopped: false })
    for (let tries = 0; tries < 9; tries++) await cases.pass('PT10M').catch(() => undefined)
    expect(await failures()).toEqual({ failures: 8, stopped: true })
    own.serve('mistaken', begunBy(forMessage, onMessage('m')), {
      beside: message('m', 'hail reported'),
      version: '1.0.1',
    })
    await cases.settle()
    expect(await failures()).toBeNull()
    expect((await casesOf(mother, 'mistaken')).map(({ serviceVersion }) => serviceVersion)).toEqual(['1.0.1'])
  })

  it('begins its case once when a node dies before the transaction that begins it is over', async () => {
    const mother = await cases.mother()
    const id = `message-${++count}`
    const content = { person: mother.actor.id, text: 'x' }
    done(
      await cases.run(
        correlateMessage,
        { organisation: benefits, message: id, name: 'flood reported', content },
        worker,
      ),
    )
    await job('cases.match-messages')()
    await job('cases.begin-by-messages')()
    const waiting = await rows(database, sql`select id from cases.beginnings`)
    expect(waiting).toEqual([{ id: `${id}/told` }])
    // The other node has gone as far as opening the case, and its transaction is undone.
    const gone = cases.platform.runner.jobContext('cases.begin-cases').write(benefits, async ({ tx }) => {
      await rows(tx, sql`delete from cases.beginnings where tenant = ${benefits} returning id`)
      throw new Error('the node died')
    })
    await expect(gone).rejects.toThrow('the node died')
    await Promise.all([job('cases.begin-cases')(), job('cases.begin-cases')()])
    await cases.settle()
    expect(await casesOf(mother, 'told')).toHaveLength(1)
  })

  it('is the only way in where the process has no start by hand', async () => {
    const mother = await cases.mother()
    const input = {
      organisation: benefits,
      service: 'told',
      person: mother.actor.id,
      data: {},
      channel: 'portal' as const,
      cause: null,
      key: 'k',
    }
    expect(await cases.run(openCase, input, mother.actor)).toMatchObject({ code: 'cases.service-not-found' })
  })
})

describe('several events', () => {
  it('begin a case each where one of them is enough, and one case together where all are needed', async () => {
    const beside = `${message('a', 'form came')}${message('b', 'fee came')}`
    const events = `${onMessage('a')}${onMessage('b')}`
    own.serve('either', begunBy(forMessage, events), { beside })
    const mother = await cases.mother()
    const content = { person: mother.actor.id, text: 'x' }
    await send('form came', content)
    await send('fee came', content)
    expect(await casesOf(mother, 'either')).toHaveLength(2)
    own.serve('both', begunBy(`${forMessage} parallelMultiple="true"`, events.replaceAll('Ref="', 'Ref="of-both-')), {
      beside: beside.replaceAll('id="', 'id="of-both-').replaceAll('came', 'arrived'),
    })
    await send('form arrived', content)
    const [row] = await casesOf(mother, 'both')
    expect(row && (await standsAt(row))).toEqual(['begin'])
    await send('fee arrived', content)
    expect(await casesOf(mother, 'both')).toHaveLength(1)
    expect(row && (await standsAt(row))).toEqual(['look'])
  })
})

describe('a signal', () => {
  it('begins a case of every service that begins by it, where it names somebody', async () => {
    const signal = '<bpmn:signal id="x" name="river rises"/>'
    own.serve('alarmed', begunBy(forMessage, '<bpmn:signalEventDefinition signalRef="x"/>'), { beside: signal })
    own.publish(
      'throws',
      `<bpmn:startEvent id="s"/><bpmn:intermediateThrowEvent id="t"><bpmn:extensionElements><tereze:input target="person" source="=whom"/></bpmn:extensionElements><bpmn:signalEventDefinition signalRef="x"/></bpmn:intermediateThrowEvent><bpmn:endEvent id="e"/>${flow('s', 't')}${flow('t', 'e')}`,
      { beside: signal },
    )
    const { mother, place } = await cases.decided('granted')
    const throwFor = async (whom: string | null) => {
      await own.move(place, async run => {
        run.row.data = { ...run.row.data, whom }
      })
      await own.start(place, 'throws')
      await cases.settle()
    }
    await throwFor(mother.actor.id)
    expect(await casesOf(mother, 'alarmed')).toHaveLength(1)
    await throwFor(null)
    expect(await casesOf(mother, 'alarmed')).toHaveLength(1)
    expect(await rows(database, sql`select id from cases.beginnings`)).toEqual([])
  })
})

describe('records of a register', () => {
  const register = 'benefit-entitlements'
  const forRecords = `tereze:register="${register}" tereze:applicant="=if result.record.status = &quot;active&quot; then result.record.person else null"`

  it('begin cases at a time, each once for every occurrence, also after a restart and a pause', async () => {
    const { mother } = await cases.decided('granted')
    const day = '<bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>'
    own.serve('daily', begunBy(forRecords, day))
    await cases.settle()
    expect(await casesOf(mother, 'daily')).toEqual([])
    await cases.pass('P1D')
    expect(await casesOf(mother, 'daily')).toHaveLength(1)
    const again = ownProcesses(cases)
    again.serve('daily', begunBy(forRecords, day), { version: '1.0.1' })
    await cases.pass('P1D')
    expect((await casesOf(mother, 'daily')).map(({ serviceVersion }) => serviceVersion).sort()).toEqual([
      '1.0.0',
      '1.0.1',
    ])
    again.serve('daily', begunBy(forRecords, onMessage('never')), {
      version: '1.0.2',
      beside: message('never', 'never'),
    })
    await cases.pass('P3D')
    expect(await casesOf(mother, 'daily')).toHaveLength(2)
  })

  it('begin cases on a date once, whatever versions of the service come after it', async () => {
    const { mother } = await cases.decided('granted')
    const at = new Date(Date.parse(cases.now()) + 3_600_000).toISOString()
    const date = `<bpmn:timerEventDefinition><bpmn:timeDate>${at}</bpmn:timeDate></bpmn:timerEventDefinition>`
    own.serve('on-a-date', begunBy(forRecords, date))
    await cases.settle()
    await cases.pass('PT2H')
    expect(await casesOf(mother, 'on-a-date')).toHaveLength(1)
    own.serve('on-a-date', begunBy(`${forRecords} name="Now"`, date), { version: '1.1.0' })
    await cases.pass('P1D')
    expect(await casesOf(mother, 'on-a-date')).toHaveLength(1)
  })

  it('begin cases when a working term has passed since the version was published', async () => {
    const { mother } = await cases.decided('granted')
    const term = `<bpmn:timerEventDefinition tereze:term='{"workingDays":2}'/>`
    own.serve('in-two-days', begunBy(forRecords, term))
    await cases.settle()
    await cases.pass('P1D')
    expect(await casesOf(mother, 'in-two-days')).toEqual([])
    await cases.pass('P5D')
    expect(await casesOf(mother, 'in-two-days')).toHaveLength(1)
  })

  it('begin cases of a register of several parts, a part in each transaction, each record once', async () => {
    const mothers = [await cases.mother(), await cases.mother()]
    const id = (prefix: string, number: number) =>
      `${prefix}_01960000-0000-7000-8000-${String(number).padStart(12, '0')}`
    const records = Array.from({ length: 250 }, (_, index) => ({
      record: id('entitlement', index),
      data: {
        person: index === 0 ? mothers[0]?.actor.id : index === 249 ? mothers[1]?.actor.id : id('person', 1000 + index),
        child: id('person', 2000 + index),
        kind: 'monthly-child',
        status: index === 0 || index === 249 ? 'active' : 'ended',
        amount: { amount: '1.00', currency: 'DMD' },
        from: '2026-03-01',
      },
      validFrom: '2026-03-01',
    }))
    done(
      await cases.run(
        importRecords,
        { organisation: benefits, register, import: 'many', records },
        systemActor('tests', benefits),
      ),
    )
    const soon = '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>'
    own.serve('of-many', begunBy(forRecords, soon))
    await cases.settle()
    await cases.pass('PT2H')
    for (const mother of mothers) expect(await casesOf(mother, 'of-many')).toHaveLength(1)
    expect(await rows(database, sql`select id from cases.beginnings`)).toEqual([])
  })
})
