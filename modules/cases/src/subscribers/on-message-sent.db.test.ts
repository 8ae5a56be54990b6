import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform, type Place, registry } from '../cases-platform.fixture.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { findCase } from '../store/cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database } = cases.platform

const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
const message = '<bpmn:message id="m" name="parcel allotted" tereze:key="=parcel"/>'
const output = '<bpmn:extensionElements><tereze:output target="allotted" source="=result.to"/></bpmn:extensionElements>'
const receive = ['receive', `<bpmn:receiveTask id="receive" messageRef="m">${output}</bpmn:receiveTask>`] as const
own.publish('receives', line(receive, look), { beside: message })
const withParcel = (place: Place) =>
  own.move(place, async run => {
    run.row.data = { ...run.row.data, parcel: 'P-9' }
  })

it('takes a message of a case of one organisation to a case of another', async () => {
  const mother = await cases.mother()
  const born = await cases.born(mother)
  const other: Place = { organisation: born.organisation, case: born.case }
  await withParcel(other)
  const instance = await own.start(other, 'receives')
  const input = '<bpmn:extensionElements><tereze:input target="to" source="=parcel"/></bpmn:extensionElements>'
  own.publish(
    'sends',
    line([
      'send',
      `<bpmn:sendTask id="send" messageRef="m" tereze:organisation="org:${registry}">${input}</bpmn:sendTask>`,
    ]),
    { beside: message },
  )
  const { place } = await cases.decided('granted')
  await withParcel(place)
  await own.start(place, 'sends')
  await cases.settle()
  expect(await own.waitsAt(other, instance)).toEqual(['look'])
  expect((await findCase(database, other.organisation, other.case))?.data.allotted).toBe('P-9')
  const kept = await rows(
    database,
    sql<{ tenant: string }>`select tenant from cases.messages
      where name = 'parcel allotted' and key = 'P-9' order by tenant`,
  )
  expect(kept.map(({ tenant }) => tenant)).toEqual([registry, place.organisation])
})
