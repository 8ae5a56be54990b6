import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { chief } from '../changes-platform.fixture.ts'
import { listMerges } from '../contract/index.ts'
import { duplicatesPlatform } from '../duplicates-platform.fixture.ts'

const { platform, place, sailor, merge, undo } = await duplicatesPlatform()
const [one, other] = [await sailor('А', 'Б'), await sailor('В', 'Г')]
const list = (record: string, actor = chief, more: object = {}) =>
  platform.run(listMerges, { ...place, record, ...more }, actor)

describe('list-merges', () => {
  it('gives merges of both sides, newest first, those undone too', async () => {
    const first = await merge(one, other)
    if (isRefused(first)) throw new Error(first.code)
    platform.clock.advance({ minutes: 1 })
    await undo(first.merge)
    platform.clock.advance({ minutes: 1 })
    const second = await merge(other, one)
    if (isRefused(second)) throw new Error(second.code)
    for (const record of [one, other]) {
      expect(await list(record)).toMatchObject({
        items: [
          { merge: second.merge, survivor: other, merged: one, undoneAt: null, mergedBy: chief.id, moved: 0 },
          { merge: first.merge, survivor: one, merged: other, undoneBy: chief.id },
        ],
      })
    }
  })

  it('refuses who may not and a register that is not there', async () => {
    const cook = official({ organisation: 'transport', roles: ['cook'] })
    expect(await list(one, cook)).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await list(one, chief, { register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
