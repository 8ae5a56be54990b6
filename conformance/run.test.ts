import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'conformance-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder of the kit with one model, `d = 1`, and a case for each stated value. */
function kit(name: string, group: string, ...stated: readonly string[]): string {
  const data = join(root, name)
  const folder = join(data, group)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'm.dmn'),
    '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n"><decision id="d" name="d"><variable name="d"/><literalExpression><text>1</text></literalExpression></decision></definitions>',
  )
  const cases = stated.map(
    (value, i) =>
      `<testCase id="${i + 1}"><resultNode name="d"><expected><value xsi:type="xsd:decimal">${value}</value></expected></resultNode></testCase>`,
  )
  writeFileSync(
    join(folder, 'm-test.xml'),
    `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>m.dmn</modelName>${cases.join('')}</testCases>`,
  )
  return data
}

function run(...args: readonly string[]): { status: number | null; out: string } {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), 'dmn-tck', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  })
  return { status: done.status, out: `${done.stdout}${done.stderr}` }
}

test('a folder nobody has seen passes when all of it passes, and says so', () => {
  const out = join(root, 'result.json')
  const { status } = run('--data', kit('good', '9001-new', '1', '1'), '--out', out)
  expect(status).toBe(0)
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    suite: 'dmn-tck',
    total: 2,
    passed: 2,
    groups: [{ name: '9001-new', total: 2, passed: 2 }],
    failures: [],
  })
})

test('a folder whose only case fails, or one of whose cases fails, fails the run', () => {
  expect(run('--data', kit('bad', '9002-new', '2')).status).toBe(1)
  expect(run('--data', kit('half', '9003-new', '1', '2')).status).toBe(1)
})

test('data that are named must be there and have something to run', () => {
  mkdirSync(join(root, 'empty'))
  expect(run('--data', join(root, 'nowhere')).status).toBe(2)
  expect(run('--data').status).toBe(2)
  expect(run('--data', join(root, 'empty')).status).toBe(1)
  expect(run('--data', kit('none', '9004-new')).status).toBe(1)
})

test('every known failure names its clause', () => {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, 'dmn-tck/known-failures.json'), 'utf8')) as {
    clause: string
  }[]
  expect(known.filter(({ clause }) => clause === '')).toEqual([])
})
