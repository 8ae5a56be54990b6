import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'tereze-stopping-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a program that has nothing left to do still waits until its server is down', async () => {
  const program = join(folder, 'program.mjs')
  const embedded = new URL('index.ts', import.meta.url).href
  const data = JSON.stringify(join(folder, 'postgres'))
  writeFileSync(
    program,
    `import { startEmbeddedServer } from ${JSON.stringify(embedded)}
     const server = await startEmbeddedServer({ folder: ${data}, log: () => undefined })
     await server.stop()
     console.log('down')`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, [program])
  expect(stdout).toBe('down\n')
})
