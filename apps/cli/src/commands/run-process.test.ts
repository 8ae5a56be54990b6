import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const appeal = fileURLToPath(new URL('../../../../content/processes/standard-appeal/process.bpmn', import.meta.url))
const run = (...args: string[]) => tereze('process', 'run', ...args)

describe('tereze process run', () => {
  it('says which way a process goes', async () => {
    const upheld = JSON.parse((await run(appeal, '--input', '{"appealReview":{"outcome":"upheld"}}', '--json')).out)
    expect(upheld).toMatchObject({
      process: 'standard-appeal',
      status: 'completed',
      stages: ['appeal', 'decision', 'delivery'],
      waiting: [],
    })
    const dismissed = JSON.parse(
      (await run(appeal, '--input', '{"appealReview":{"outcome":"dismissed"}}', '--json')).out,
    )
    expect(dismissed.stages).toEqual(['appeal'])
    const { code, out } = await run(appeal)
    expect(code).toBe(0)
    expect(out).toMatch(/^standard-appeal: completed\n {2}path {4}appealed → /)
  })

  it('says what is wrong with what it was given', async () => {
    writeFileSync(join(folder, 'broken.bpmn'), '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')
    expect(await run(join(folder, 'broken.bpmn'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no-executable-process'),
    })
    expect(await run(appeal, '--input', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--input is not JSON'),
    })
    expect(await run(appeal, '--at', 'x')).toMatchObject({ code: 2 })
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('FILE is missing') })
  })
})
