import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from './server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze server '))
const started: ServerProcess[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.kill()
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

async function start(options: ServerProcessOptions): Promise<ServerProcess> {
  const server = await startServerProcess(options)
  started.push(server)
  return server
}

test('the platform starts, answers, survives SIGKILL, starts again on its data, and stops when asked', async () => {
  const first = await start({ folder })
  expect((await fetch(`${first.origin}/`)).status).toBe(200)
  await first.kill()
  expect(await first.ended).toBeNull()
  await expect(fetch(`${first.origin}/`)).rejects.toThrow()
  const second = await start({ folder })
  expect((await fetch(`${second.origin}/`)).status).toBe(200)
  await second.stop()
  expect(await second.ended).toBe(0)
})

test('a platform that cannot start says why', async () => {
  await expect(startServerProcess({ folder, environment: { TEREZE_ROLES: 'nonsense' } })).rejects.toThrow(
    /TEREZE_ROLES/,
  )
})

test('a second platform on the same data is told who has them, in one line and not as a crash', async () => {
  await start({ folder })
  const refused = await startServerProcess({ folder }).catch((error: Error) => error.message)
  expect(refused).toMatch(/already run by process \d+\. Stop that one first/)
  expect(refused).not.toMatch(/^ +at /m)
})

test('Ctrl-C pressed in a terminal arrives twice under npm and still ends well', async () => {
  const server = await start({ folder })
  const stopped = server.stop()
  await expect.poll(() => server.output(), { interval: 5 }).toContain('Stopping')
  await server.stop()
  await stopped
  expect(await server.ended).toBe(0)
})
