import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { beginImport } from '../contract/index.ts'
import { importsPlatform } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, look } = await importsPlatform()
const cook = official({ organisation: 'transport', roles: ['cook'] })
const given = { ...place, register: 'vessels', name: 'a.csv', content: 'YQoxCg==' }

describe('begin-import', () => {
  it('takes a file and proposes how it is mapped, by titles and names', async () => {
    const id = await begin('Name ;port*;launched;unheard\nOne;north;2020-01-01;x\n')
    expect(await look(id)).toMatchObject({
      state: 'read',
      name: 'vessels.csv',
      total: 1,
      startedBy: keeper.id,
      columns: ['Name', 'port*', 'launched', 'unheard'],
      settings: { mapping: { Name: '/name', 'port*': '/port', launched: '/launched' }, key: 'name', empty: 'keep' },
    })
  })

  it.each([
    ['no base64', { content: 'a file' }, 'registers.import-content-wrong'],
    ['a register that is not there', { register: 'aeroplanes' }, 'registers.register-not-found'],
  ])('refuses %s', async (_, more, code) => {
    expect(await platform.run(beginImport, { ...given, ...more }, keeper)).toMatchObject({ code })
  })

  it('refuses who may neither add nor change records', async () => {
    expect(await platform.run(beginImport, given, cook)).toMatchObject({ code: 'registers.access-not-granted' })
  })
})
