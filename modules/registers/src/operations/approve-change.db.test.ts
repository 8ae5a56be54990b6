import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, clerk, deputy, otherChief } from '../changes-platform.fixture.ts'
import { changeRecord, getRecord, refuseChange, withdrawChange } from '../contract/index.ts'
import { keeper, source } from '../registers-platform.fixture.ts'

const { platform, ask, asked, approve, data, place } = await changesPlatform()
let next = 0
const ship = () => platform.add({ ...data, name: `Ada ${next}`, hull: `H-${next++}` })
const look = async (record: string) => {
  const found = await platform.run(getRecord, { ...place, record }, keeper)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

describe('approve-change', () => {
  it('takes effect at once, with both officials on the version', async () => {
    const record = await ship()
    const { data: before } = await look(record)
    const change = await asked({ record, version: 1, data: { ...before, name: 'Approved' }, validFrom: '2026-04-01' })
    expect(await look(record)).toMatchObject({ version: 1 })
    expect(await approve(change)).toEqual({ record, version: 2 })
    expect(await look(record)).toMatchObject({
      version: 2,
      data: { name: 'Approved' },
      validFrom: '2026-04-01',
      recordedBy: clerk.id,
      approvedBy: chief.id,
      reason: 'a letter',
      source,
    })
    await platform.settle()
    expect((await platform.listEvents('registers.change-decided-on')).at(-1)).toMatchObject({
      subject: record,
      data: { change, state: 'approved' },
    })
  })

  it('takes effect once, however many approve at the same time', async () => {
    const record = await ship()
    const change = await asked({ record, version: 1, data: { ...(await look(record)).data, name: 'Once' } })
    const tries = await Promise.all([chief, otherChief, chief, otherChief].map(actor => approve(change, actor)))
    expect(tries.filter(tried => !isRefused(tried))).toHaveLength(1)
    expect((await look(record)).version).toBe(2)
    expect(await approve(change)).toMatchObject({ code: 'registers.change-decided', params: { state: 'approved' } })
  })

  it('is never done by whoever asked', async () => {
    const record = await ship()
    const change = await asked({ record, version: 1, data: { ...(await look(record)).data, name: 'Own' } }, chief)
    expect(await approve(change, chief)).toMatchObject({ code: 'registers.change-own' })
    expect(await approve(change, otherChief)).toEqual({ record, version: 2 })
  })

  it('refuses a stale request and says what changed', async () => {
    const record = await ship()
    const { data: before } = await look(record)
    const change = await asked({ record, version: 1, data: { ...before, name: 'Late' } })
    await platform.change(record, 1, { ...before, port: 'south' })
    expect(await approve(change)).toMatchObject({
      code: 'registers.change-stale',
      params: { version: 2 },
      also: [{ pointer: '/port', code: 'field.changed-since' }],
    })
    expect((await look(record)).data).toMatchObject({ port: 'south' })
  })

  it('is not for eyes that do not see every field that would change', async () => {
    const record = await ship()
    const { data: before } = await look(record)
    const change = await asked({ record, version: 1, data: { ...before, hull: 'H-new' } })
    expect(await approve(change, deputy)).toMatchObject({
      code: 'registers.change-unseen',
      also: [{ pointer: '/hull', code: 'field.unseen' }],
    })
    const visible = await asked({ record, version: 1, data: { ...before, name: 'Seen' } })
    expect(await approve(visible, deputy)).toEqual({ record, version: 2 })
  })

  it('adds a record that was asked for', async () => {
    const change = await asked({ data: { name: 'Fresh', status: 'built', port: 'west' } })
    const added = await approve(change)
    expect(added).toMatchObject({ version: 1 })
    expect(await look((added as { record: string }).record)).toMatchObject({
      recordedBy: clerk.id,
      approvedBy: chief.id,
    })
    const again = await asked({ data: { name: 'Fresh', status: 'built', port: 'west' } })
    expect(await approve(again)).toMatchObject({ code: 'registers.record-exists' })
    expect(await approve(again)).toMatchObject({ code: 'registers.record-exists' })
  })

  it('decides only what waits, is there, and may be decided by one', async () => {
    const record = await ship()
    const data = { ...(await look(record)).data, name: 'Gone' }
    const withdrawn = await asked({ record, version: 1, data })
    await platform.run(withdrawChange, { organisation: 'transport', change: withdrawn }, clerk)
    expect(await approve(withdrawn)).toMatchObject({ code: 'registers.change-decided', params: { state: 'withdrawn' } })
    const refused = await asked({ record, version: 1, data })
    await platform.run(refuseChange, { organisation: 'transport', change: refused, reason: 'no' }, chief)
    expect(await approve(refused)).toMatchObject({ params: { state: 'refused' } })
    const waiting = await asked({ record, version: 1, data })
    expect(await approve(waiting, clerk)).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'approve' },
    })
    expect(await approve('change_01960000-0000-7000-8000-0000000000aa')).toMatchObject({
      code: 'registers.change-not-found',
    })
  })

  it('is needed where the register says so: nobody writes or changes alone', async () => {
    const alone = { organisation: 'transport', register: 'permits', reason: 'x', source }
    const permit = { number: 'P-1' }
    const change = await asked({ register: 'permits', data: permit })
    const added = await approve(change)
    if (isRefused(added)) throw new Error(added.code)
    expect(
      await platform.run(changeRecord, { ...alone, record: added.record, version: 1, data: { number: 'P-2' } }, chief),
    ).toMatchObject({ code: 'registers.approval-needed' })
    expect(
      await ask({ register: 'permits', record: added.record, version: 1, data: { number: 'P-2' } }),
    ).toHaveProperty('change')
  })
})
