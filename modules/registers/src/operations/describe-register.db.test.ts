import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { describeRegister } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const ask = (register: string, actor = keeper) =>
  platform.run(describeRegister, { organisation: 'transport', register }, actor)
const surveyor = official({ organisation: 'transport', roles: ['surveyor'] })

describe('describe-register', () => {
  it('gives columns, schema and what the reader may do', async () => {
    expect(await ask('vessels')).toMatchObject({
      register: 'vessels',
      may: ['see', 'search', 'list', 'write', 'correct', 'history', 'link'],
      approval: [],
      matching: false,
      columns: expect.arrayContaining([
        { name: 'status', pointer: '/status', type: 'text', values: ['built', 'afloat', 'sunk'] },
        { name: 'tons', pointer: '/tons', type: 'number', values: null },
      ]),
      schema: { type: 'object' },
      labels: { '/hull': 'bank-secret' },
      withheld: [],
    })
  })

  it('gives only columns that the reader may search by, and says what they do not get', async () => {
    const described = await ask('vessels', surveyor)
    expect(described).toMatchObject({ columns: [{ name: 'tons' }, { name: 'seaworthy' }] })
    expect(described).toMatchObject({
      withheld: expect.arrayContaining([expect.objectContaining({ pointer: '/name', because: 'field' })]),
    })
  })

  it('refuses who may nothing, and a register that is not there', async () => {
    expect(await ask('permits')).toMatchObject({ code: 'registers.access-not-granted' })
    expect(await ask('aeroplanes')).toMatchObject({ code: 'registers.register-not-found' })
  })
})
