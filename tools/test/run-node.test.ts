import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { familyOf, listProcesses } from './process-tree.ts'
import { runNode } from './run-node.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-run-node-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a program in a group of its own, as journeys start servers, makes a temporary folder, and never ends. */
const hanging = `
  import { spawn } from 'node:child_process'
  import { mkdtempSync, writeFileSync } from 'node:fs'
  import { tmpdir } from 'node:os'
  import { join } from 'node:path'
  const made = mkdtempSync(join(tmpdir(), 'tereze-left-'))
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })
  server.unref()
  writeFileSync(${JSON.stringify(join(folder, 'told.json'))}, JSON.stringify({ made, server: server.pid }))
  console.log('counted so far')
  setInterval(() => {}, 1000)
`

test('a program that takes too long is ended with all it has started, and what it said is kept', async () => {
  const program = join(folder, 'hanging.mjs')
  writeFileSync(program, hanging)
  const ended = await runNode([program], { project: folder, show: () => {} }, 0.1, { quiet: true })
  expect(ended).toMatchObject({ timedOut: true, output: 'counted so far\n' })
  const { made, server } = JSON.parse(readFileSync(join(folder, 'told.json'), 'utf8'))
  expect(listProcesses().map(({ pid }) => pid)).not.toContain(server)
  expect(existsSync(made)).toBe(false)
})

test('a program that ends in time keeps its code, and its temporary folder goes', async () => {
  const program = join(folder, 'quick.mjs')
  writeFileSync(program, `import { tmpdir } from 'node:os'\nconsole.log(tmpdir())\nprocess.exitCode = 3`)
  const { code, output, timedOut } = await runNode([program], { project: folder, show: () => {} }, 1, { quiet: true })
  expect({ code, timedOut }).toEqual({ code: 3, timedOut: false })
  expect(output.trim()).not.toBe(tmpdir())
  expect(existsSync(output.trim())).toBe(false)
})

test('a family is a process and all that descend from it', () => {
  const seen = (pid: number, parent: number) => ({ pid, parent, mark: '', program: '' })
  const all = [seen(9, 5), seen(1, 0), seen(5, 2), seen(2, 1), seen(3, 1)]
  expect(familyOf(2, all).map(({ pid }) => pid)).toEqual([2, 5, 9])
})
