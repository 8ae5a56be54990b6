import { describe, expect, it } from 'vitest'
import { checkImport } from '../contract/index.ts'
import { importsPlatform } from '../imports-platform.fixture.ts'
import { keeper } from '../registers-platform.fixture.ts'

const { platform, place, begin, look, check, run } = await importsPlatform()

describe('check-import', () => {
  it('checks as often as the mapping is changed, and tells what is wrong with one', async () => {
    const id = await begin('a,b\nOne,afloat\n')
    const settings = {
      mapping: { a: '/name', b: '/status' },
      key: null,
      decimal: null,
      dates: null,
      empty: 'keep',
    } as const
    expect(await check(id, { mapping: { a: '/name' } })).toMatchObject({ state: 'checked', refused: 1 })
    expect(await check(id, settings)).toMatchObject({ state: 'checked', added: 1, refused: 0 })
    const wrong = { ...settings, mapping: { a: '/name', b: '/name', c: '/port', 'd/e': '/x' }, key: 'hull' }
    expect(await platform.run(checkImport, { ...place, import: id, settings: wrong }, keeper)).toMatchObject({
      code: 'registers.import-mapping-wrong',
      also: [
        { pointer: '/settings/mapping/b', code: 'import.field-twice' },
        { pointer: '/settings/mapping/c', code: 'import.no-such-column' },
        { pointer: '/settings/mapping/d~1e', code: 'import.no-such-column' },
        { pointer: '/settings/key', code: 'import.key-not-whole' },
      ],
    })
    await run(id)
    expect((await look(id)).state).toBe('done')
    expect(await platform.run(checkImport, { ...place, import: id, settings }, keeper)).toMatchObject({
      code: 'registers.import-elsewhere',
      params: { state: 'done' },
    })
  })
})
