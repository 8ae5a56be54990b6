import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { copy, house, made, makeAll, run } from './copy-of-house.fixture.ts'
import { create } from './create.ts'

describe('npm run create', { timeout: 180_000 }, () => {
  test('makes a library, a module, another one with its own noun, operations in both, and a service', () => {
    makeAll()
  })

  test('what it made type-checks', () => {
    const code = made.filter(folder => !folder.startsWith('content/'))
    writeFileSync(join(copy, 'tsconfig.made.json'), JSON.stringify({ extends: './tsconfig.json', include: code }))
    const { output } = run('node_modules/ts7/bin/tsc', '-p', 'tsconfig.made.json', '--listFiles', '--pretty', 'false')
    for (const folder of code) expect(output).toContain(`/${folder}/src/index.ts`)
    expect(output.split('\n').filter(line => made.some(folder => line.startsWith(folder)))).toEqual([])
  })

  test('what it made is formatted and lint-free', () => {
    const code = made.filter(folder => !folder.startsWith('content/'))
    const { status, output } = run('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...code)
    expect(output).toContain('Checked')
    expect(status, output).toBe(0)
  })

  test('a new workspace is in the lock as npm would have written it', () => {
    const lock = JSON.parse(readFileSync(join(copy, 'package-lock.json'), 'utf8'))
    expect(lock.packages['node_modules/@tereze/inspections']).toEqual({ resolved: 'modules/inspections', link: true })
    expect(lock.packages['modules/inspections']).toMatchObject({ name: '@tereze/inspections', version: '0.1.0' })
    expect(readFileSync(join(copy, 'node_modules/@tereze/inspections/package.json'), 'utf8')).toContain(
      '@tereze/inspections',
    )
  })

  test('the files of the service fit the format', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    const formats = join(house, 'content/format')
    for (const file of readdirSync(formats)) ajv.addSchema(JSON.parse(readFileSync(join(formats, file), 'utf8')))
    const service = join(copy, 'content/services/social-support/school-meals')
    const checked = readdirSync(service, { recursive: true, withFileTypes: true })
      .filter(entry => entry.name.endsWith('.json') && entry.name !== 'data.schema.json')
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        const [, kind = ''] = /^(?:[\w-]+\.)?([\w-]+)\.json$/.exec(entry.name) ?? []
        const schema = /messages$/.test(entry.parentPath) ? 'messages' : kind
        const fits = ajv.validate(`urn:tereze:format:1:${schema}`, JSON.parse(readFileSync(path, 'utf8')))
        return fits ? '' : `${relative(service, path)} ${ajv.errorsText()}`
      })
    expect(checked.length).toBeGreaterThan(8)
    expect(checked.filter(Boolean)).toEqual([])
  })

  test('the stories of both services come true, on no built screens', () => {
    expect(existsSync(join(copy, 'apps/portal/dist'))).toBe(false)
    const area = join(copy, 'content/services/social-support')
    // Those of their neighbours are told where all are.
    for (const service of readdirSync(area))
      if (!['school-meals', 'rent-aid'].includes(service))
        rmSync(join(area, service, 'cases'), { recursive: true, force: true })
    const { status, output } = run('apps/cli/src/main.ts', 'test', 'content/services/social-support')
    expect(output).toContain('4 passed, 0 failed')
    expect(status, output).toBe(0)
  })

  test('an owner to whom the civil registry tells nothing yet is named', () => {
    const { status, output } = create(copy, ['service', 'taxes/tax-card', '--owner', 'tax-agency'])
    expect(output).toContain('Let tax-agency ask for the applicant')
    expect(status).toBe(0)
    rmSync(join(copy, 'content/services/taxes'), { recursive: true })
  })

  test('the command ends with 1 and one line when it is refused', () => {
    const { status, output } = run('tools/create/run.ts', 'palace', 'x')
    expect({ status, lines: output.trim().split('\n').length }).toEqual({ status: 1, lines: 1 })
  })

  test.each([
    [['module', 'inspections'], 'is there already'],
    [['module', 'one-stop-shop'], 'one word'],
    [['library', 'PlainWords'], 'kebab-case'],
    [['operation', 'nowhere.do-it'], 'no module "nowhere"'],
    [['operation', 'inspections.inspect'], 'module.verb-noun'],
    [['operation', 'inspections.close-inspection'], 'is there already'],
    [['service', 'school-meals'], 'domain/id'],
    [['service', 'social-support/school-meals', '--owner', 'nobody'], 'no organisation "nobody"'],
    [['palace', 'x'], 'library|module|operation|service'],
  ])('%s is refused in words, and nothing is written', (args, words) => {
    expect(create(copy, args)).toEqual({ status: 1, output: expect.stringContaining(words) })
  })
})
