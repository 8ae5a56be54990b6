import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const dmn = file(
  'age.dmn',
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="age" namespace="urn:age">
    <inputData id="i" name="born"><variable name="born"/></inputData>
    <decision id="d" name="age"><variable name="age"/>
      <informationRequirement><requiredInput href="#i"/></informationRequirement>
      <literalExpression><text>years and months duration(date(born), today()).years</text></literalExpression>
    </decision></definitions>`,
)

describe('tereze decision evaluate', () => {
  it('makes a decision as of a moment, with its trace on demand', async () => {
    const args = [
      'decision',
      'evaluate',
      dmn,
      '--decision',
      'age',
      '--input',
      '{"born":"2020-03-03"}',
      '--at',
      '2026-03-02T20:00:00Z',
    ]
    expect(await tereze(...args)).toEqual({ code: 0, out: '5', err: '' })
    expect((await tereze(...args, '--zone', 'Asia/Almaty')).out).toBe('6')
    const traced = JSON.parse((await tereze(...args, '--trace', '--json')).out)
    expect(traced).toMatchObject({ value: 5, warnings: [], trace: { asked: 'age', value: 5 } })
    expect(JSON.parse((await tereze(...args, '--json')).out)).toEqual({ value: 5, warnings: [] })
  })

  it('makes one of a real package', async () => {
    const model = fileURLToPath(
      new URL('../../../../content/services/family/kindergarten-queue/decisions/eligibility.dmn', import.meta.url),
    )
    const { code, out } = await tereze(
      'decision',
      'evaluate',
      model,
      '--decision',
      'acceptance',
      '--input',
      '{}',
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out).value).toMatchObject({ accepted: expect.any(Boolean) })
  })

  it('says what is wrong with what it was given', async () => {
    const run = (...args: string[]) => tereze('decision', 'evaluate', ...args)
    expect(await run(dmn)).toMatchObject({ code: 2, err: expect.stringContaining('--decision is missing') })
    for (const name of ['wage', 'born'])
      expect(await run(dmn, '--decision', name)).toMatchObject({ code: 2, err: expect.stringMatching(/It has: age$/) })
    expect(await run(dmn, '--decision', 'age', '--input', '{')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--input is not JSON'),
    })
    expect(await run(dmn, '--decision', 'age', '--input', '[]')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no object'),
    })
    expect(await run(dmn, '--decision', 'age', '--at', 'noon')).toMatchObject({
      code: 2,
      err: expect.stringContaining('noon'),
    })
    expect(await run(join(folder, 'none.dmn'), '--decision', 'age')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    })
    expect(await run(folder, '--decision', 'age')).toMatchObject({ code: 2, err: expect.stringContaining('folder') })
    expect(await run(file('broken.dmn', '<definitions'), '--decision', 'age')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/broken\.dmn:1:\d+: dmn\.xml-invalid: the file is no well-formed XML/),
    })
  })
})
