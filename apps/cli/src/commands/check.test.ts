import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const copy = join(folder, 'content')
cpSync(content, copy, { recursive: true })
const queue = join(copy, 'services/family/kindergarten-queue')
const card = join(queue, 'service.json')
const whole = readFileSync(card, 'utf8')

describe('tereze check', () => {
  it('finds nothing wrong with the content, or with one package of it', async () => {
    expect(await tereze('check', content)).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse((await tereze('check', queue, '--json')).out)).toEqual({
      packages: 1,
      problems: [],
      hints: [],
    })
    expect((await tereze('check', queue)).out).toBe('1 package, nothing wrong')
    expect(JSON.parse((await tereze('check', join(queue, 'forms/apply.form.json'), '--json')).out).packages).toBe(1)
  }, 60_000)

  it('names every problem with file and place', async () => {
    const { fee: _fee, ...less } = JSON.parse(whole)
    writeFileSync(card, JSON.stringify({ ...less, audience: ['ghost'] }))
    const { code, out } = await tereze('check', queue, '--json')
    expect(code).toBe(1)
    const { problems } = JSON.parse(out)
    expect(problems.length).toBeGreaterThan(1)
    for (const { file } of problems) expect(file).toBe('services/family/kindergarten-queue/service.json')
    expect(problems.map((problem: { pointer: string }) => problem.pointer)).toContain('/audience/0')
    expect((await tereze('check', queue)).out).toMatch(/service\.json#\/audience\/0 {2}\S+/)
    writeFileSync(card, whole)
  })

  it('names a file that is no JSON', async () => {
    writeFileSync(card, '{ "id": ')
    expect(await tereze('check', copy)).toMatchObject({
      code: 1,
      out: expect.stringContaining('service.json  package.unreadable: the package cannot be read'),
    })
    writeFileSync(card, whole)
  })

  it('knows the form of a scenario', async () => {
    const scenario = join(copy, 'processes/standard-service/scenarios/wrong.scenario.json')
    writeFileSync(scenario, '{ "format": 1, "seed": 1, "begin": "2026-03-02T00:00:00Z", "instances": 1 }')
    const { out } = await tereze('check', join(copy, 'processes/standard-service'))
    expect(out).toContain('wrong.scenario.json  package.form-wrong')
    rmSync(scenario)
  })

  it('tells where a register takes less than it was released with, and how to go on; and refuses state secrets', async () => {
    const people = join(copy, 'registers/people')
    const [schema, registerCard] = [join(people, 'data.schema.json'), join(people, 'register.json')]
    const [before, cardBefore] = [readFileSync(schema, 'utf8'), readFileSync(registerCard, 'utf8')]
    const less = JSON.parse(before)
    delete less.properties.phone
    writeFileSync(schema, JSON.stringify(less))
    const told = await tereze('check', people)
    expect(told.code).toBe(1)
    expect(told.out).toMatch(
      /people\/data\.schema\.json#\/properties {2}package\.schema-narrower: .*raise the major version/,
    )
    expect(told.out).toContain('migration migrations/1-to-2.json')
    writeFileSync(schema, before)
    const card = JSON.parse(cardBefore)
    writeFileSync(registerCard, JSON.stringify({ ...card, labels: { ...card.labels, '/phone': 'state-secret' } }))
    expect((await tereze('check', people)).out).toContain('register.json#/labels/~1phone  package.state-secret')
    writeFileSync(registerCard, cardBefore)
  })

  it('says where it cannot look', async () => {
    expect(await tereze('check', join(folder, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    })
    expect(await tereze('check', folder)).toMatchObject({ code: 2, err: expect.stringContaining('no content folder') })
    expect(await tereze('check', join(copy, 'format'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds no package'),
    })
  })
})
