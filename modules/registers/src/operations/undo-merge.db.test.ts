import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, sailor, crew, crewsOf, look, merge, undo, search, pairs } = await duplicatesPlatform()

async function merged(survivor: string, other: string): Promise<string> {
  const done = await merge(survivor, other)
  if (isRefused(done)) throw new Error(done.code)
  platform.clock.advance({ minutes: 1 })
  return done.merge
}

describe('undo-merge', () => {
  it('brings both back as they were, with their keys, references and their pair', async () => {
    const one = await sailor('Тұлпаров', 'Дәурен', { born: '1990-05-04' })
    const other = await sailor('Tulparov', 'Dauren', { born: '1990-05-04', number: 'S-1' })
    const [before, ended] = [(await look(one)).data, (await look(other)).data]
    const [own, moved] = [
      await crew({ sailor: one, ship: 'a' }),
      await crew({ sailor: other, ship: 'b', mates: [one, other] }),
    ]
    await search()
    const id = await merged(one, other)
    expect(await undo(id)).toEqual({ survivor: one, merged: other })
    expect(await look(one)).toMatchObject({ version: 3, kind: 'unmerge', data: before })
    expect(await look(other)).toMatchObject({ record: other, version: 2, kind: 'unmerge', data: ended })
    expect([await crewsOf(one), await crewsOf(other)]).toEqual([[own], [moved]])
    expect(await pairs()).toEqual([[one, other].sort()])
    expect(await merge(one, other)).toMatchObject({ version: 4 })
    await platform.settle()
    expect(await platform.listEvents('registers.merge-undone')).toMatchObject([{ subject: one, data: { merge: id } }])
  })

  it('leaves alone what points elsewhere by now', async () => {
    const [one, other, third] = [await sailor('А', 'Б'), await sailor('В', 'Г'), await sailor('Д', 'Е')]
    const moved = await crew({ sailor: other, ship: 'c' })
    const id = await merged(one, other)
    await platform.change(moved, 2, { sailor: third, ship: 'c' }, { register: 'crews' })
    expect(await undo(id)).toEqual({ survivor: one, merged: other })
    expect(await crewsOf(third)).toEqual([moved])
  })

  it('refuses when what the merge made has changed, and says how', async () => {
    const [one, other] = [await sailor('Ж', 'З'), await sailor('И', 'К')]
    const id = await merged(one, other)
    await platform.change(one, 2, { name: { family: 'Ж', given: 'З' }, phone: '+99950000002' }, { register: 'sailors' })
    expect(await undo(id)).toMatchObject({
      code: 'registers.merge-changed-since',
      params: { version: 3 },
      also: [{ pointer: '/phone', code: 'field.changed-since' }],
    })
  })

  it('refuses when the key of the one that ended is taken, and changes nothing', async () => {
    const [one, other] = [await sailor('Л', 'М'), await sailor('Н', 'О', { number: 'S-5' })]
    const done = await merge(one, other, { data: { name: { family: 'Л', given: 'М' } } })
    if (isRefused(done)) throw new Error(done.code)
    await sailor('П', 'Р', { number: 'S-5' })
    expect(await undo(done.merge)).toMatchObject({ code: 'registers.record-exists' })
    expect(await look(other)).toMatchObject({ record: one, version: 2 })
  })

  it('happens once, and not by whom the register does not let', async () => {
    const [one, other] = [await sailor('С', 'Т'), await sailor('У', 'Ф')]
    const id = await merged(one, other)
    expect(await undo(id, keeper)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await undo(id)).toEqual({ survivor: one, merged: other })
    expect(await undo(id)).toMatchObject({ code: 'registers.merge-not-found' })
  })
})
