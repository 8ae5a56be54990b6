import { describe, expect, it } from 'vitest'
import { commands } from './run-cli.ts'
import { tereze } from './said.fixture.ts'

describe('tereze', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('%j lists every command', async args => {
    const { code, out } = await tereze(...args)
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(`  ${name} `)
  })

  it('helps with one command, in JSON too', async () => {
    expect((await tereze('help', 'decision', 'replay')).out).toMatch(
      /^tereze decision replay CASE \[--organisation ORG\]/,
    )
    expect((await tereze('check', '--help')).out).toMatch(/^tereze check \[PATH\]/)
    expect(JSON.parse((await tereze('help', '--json')).out).commands).toHaveLength(commands.length)
  })

  it('says what is wrong with a call, and the way out', async () => {
    expect(await tereze('nonsense')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Commands: start'),
    })
    expect(await tereze('decision')).toMatchObject({ code: 2, err: expect.stringContaining('no command "decision"') })
    expect(await tereze('help', 'nonsense')).toMatchObject({ code: 2 })
    expect(await tereze('check', '--jsn')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--jsn[\s\S]*Usage: tereze check/),
    })
    expect(await tereze('check', 'one', 'two')).toMatchObject({ code: 2, err: expect.stringContaining('"two"') })
  })

  it('says it in JSON to a program', async () => {
    const { code, out } = await tereze('decision', 'evaluate', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toEqual({
      error: 'FILE is missing',
      remedy: expect.stringContaining('Usage: tereze decision evaluate'),
    })
  })

  it.each([['start'], ['demo']])('%s takes a sensible number of people', async command => {
    for (const wrong of ['many', '7', '1.5', '9000000'])
      expect(await tereze(command, '--people', wrong)).toMatchObject({ code: 2, err: expect.stringContaining(wrong) })
  })

  it('takes a seed of letters and digits for the demo', async () => {
    expect(await tereze('demo', '--seed', '../x')).toMatchObject({ code: 2, err: expect.stringContaining('no seed') })
  })

  it('takes no word where none belongs', async () => {
    expect(await tereze('migrate', 'now')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Usage: tereze migrate'),
    })
  })

  it('replays a case that is named rightly', async () => {
    expect(await tereze('decision', 'replay')).toMatchObject({
      code: 2,
      err: expect.stringContaining('CASE is missing'),
    })
    expect(await tereze('decision', 'replay', 'case_1', '--organisation', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no id of a case'),
    })
  })
})
