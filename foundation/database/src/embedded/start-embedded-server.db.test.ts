import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { readNobody } from './account.ts'
import { clusterFolderOf } from './create-cluster.ts'
import { processMark, serverProcesses } from './server-processes.ts'
import { type EmbeddedServer, startEmbeddedServer } from './start-embedded-server.ts'

const asRoot = process.getuid?.() === 0
const undo: (() => unknown)[] = []

/** Most tests go on with the data of the one before: making a cluster is what takes long. */
const folder = makeFolder()
afterAll(() => remove(folder))

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tereze embedded '))
  chmodSync(made, 0o755)
  return made
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** A folder of one test. */
function newFolder(): string {
  const made = makeFolder()
  undo.push(() => remove(made))
  return made
}

async function start(folder: string, port = 0): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder, port, log: () => undefined })
  undo.push(() => server.stop())
  return server
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** A process of its own that holds a server, in a process group of its own, as the given user. */
async function hold(folder: string, identity: { uid?: number; gid?: number } = {}) {
  const fixture = fileURLToPath(new URL('./hold-server.fixture.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [fixture, folder], {
    ...identity,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, TMPDIR: tmpdir() },
  })
  undo.push(async () => {
    child.kill('SIGKILL')
    await untilGone(folder)
  })
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += chunk
    if (text.includes('\n')) break
  }
  return { child, ...(JSON.parse(text) as { url: string; adminUrl: string; pid: number }) }
}

/** A server that still shuts down writes into a folder that is being removed. */
async function untilGone(folder: string): Promise<void> {
  for (let wait = 0; wait < 200 && serverProcesses(clusterName(folder)).length > 0; wait++) await sleep(50)
}

function clusterName(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as { cluster: string }).cluster
}

describe('an embedded server', { timeout: 60_000 }, () => {
  test('starts PostgreSQL 18 on loopback with durable settings, and leaves nothing running when stopped', async () => {
    const server = await start(folder)
    expect(await ask(server.url, 'show server_version_num')).toEqual([expect.stringMatching(/^18/)])
    expect(await ask(server.url, "select current_setting('fsync'), current_setting('listen_addresses')")).toEqual([
      'on',
      '127.0.0.1',
    ])
    await server.stop()
    expect(serverProcesses(clusterName(folder))).toEqual([])
    await expect(ask(server.url, 'select 1')).rejects.toThrow()
  })

  test('gives the application a role that owns its database and is no superuser', async () => {
    const server = await start(folder)
    expect(
      await ask(
        server.url,
        'select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user',
      ),
    ).toEqual([false, false, false, false])
    expect(
      await ask(server.url, 'select datdba::regrole::text from pg_database where datname = current_database()'),
    ).toEqual(['tereze'])
    await expect(ask(server.url, "select pg_read_file('/etc/passwd')")).rejects.toThrow(/permission denied/)
  })

  test('asks for a password that only the owner of the folder can read', async () => {
    const server = await start(folder)
    await expect(ask(server.adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
    expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600)
    expect(statSync(clusterFolderOf(folder)).mode & 0o077).toBe(0)
  })

  test('keeps its data and its port from start to start', async () => {
    const first = await start(folder)
    await ask(first.url, 'create table kept as select 42 as value')
    await first.stop()
    const second = await start(folder)
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select value from kept')).toEqual([42])
  })

  test('takes another port when the one of last time is taken, and refuses a taken port that was asked for', async () => {
    const first = await start(folder)
    const port = Number(new URL(first.url).port)
    await expect(start(newFolder(), port)).rejects.toMatchObject({ problem: 'port-taken' })
    await first.stop()
    const other = createServer().listen(port, '127.0.0.1')
    undo.push(() => other.close())
    await once(other, 'listening')
    const second = await start(folder)
    expect(Number(new URL(second.url).port)).not.toBe(port)
  })

  test('refuses a folder whose owner lives', async () => {
    await start(folder)
    await expect(start(folder)).rejects.toMatchObject({ problem: 'in-use' })
  })

  test('recovers every committed row after SIGKILL of the owner and of the postmaster', async () => {
    const held = await hold(folder)
    await ask(held.url, 'create table counted as select generate_series(1, 1000) as value')
    process.kill(held.pid, 'SIGKILL')
    held.child.kill('SIGKILL')
    const server = await start(folder)
    expect(await ask(server.url, 'select count(*)::int from counted')).toEqual([1000])
  })

  test('ends the postmaster that a killed owner left alive, before or as a new one starts', async () => {
    const held = await hold(folder)
    await ask(held.url, 'create table left_alive as select 1 as value')
    held.child.kill('SIGKILL')
    await once(held.child, 'exit')
    const server = await start(folder)
    expect(server.pid).not.toBe(held.pid)
    expect(processMark(held.pid)).toBeUndefined()
    expect(await ask(server.url, 'select value from left_alive')).toEqual([1])
  })

  test('shuts down by itself when its owner is killed and nobody starts it again', async () => {
    const held = await hold(folder)
    held.child.kill('SIGKILL')
    await expect.poll(() => serverProcesses(clusterName(folder)), { timeout: 10_000 }).toEqual([])
  })

  test('does not take the number in a stale pid file for its own postmaster', async () => {
    const first = await start(folder)
    await first.stop()
    const stranger = spawn('sleep', ['60'])
    undo.push(() => stranger.kill())
    writeFileSync(join(clusterFolderOf(folder), 'postmaster.pid'), `${stranger.pid}\n${clusterFolderOf(folder)}\n`)
    await start(folder)
    expect(stranger.exitCode).toBeNull()
    expect(stranger.signalCode).toBeNull()
  })

  test('starts over when the first start was interrupted half-way', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'data.new/base'), { recursive: true })
    await start(folder)
    expect(existsSync(join(folder, 'data.new'))).toBe(false)
  })

  test.runIf(asRoot)('as root, hands the server to an account that is not root', async () => {
    const server = await start(folder)
    expect(statSync(`/proc/${server.pid}`).uid).toBe(readNobody(readFileSync('/etc/passwd', 'utf8')).uid)
  })

  test.runIf(asRoot)('as root, works in a folder that other accounts cannot enter', async () => {
    const closed = newFolder()
    chmodSync(closed, 0o700)
    const server = await start(join(closed, 'inside'))
    expect(await ask(server.url, 'select 1')).toEqual([1])
  })

  test.runIf(asRoot)('works as a normal user', async () => {
    const folder = newFolder()
    const user = readNobody(readFileSync('/etc/passwd', 'utf8'))
    chownSync(folder, user.uid, user.gid)
    const held = await hold(folder, user)
    expect(await ask(held.url, 'select 1')).toEqual([1])
    expect(statSync(`/proc/${held.child.pid}`).uid).toBe(user.uid)
  })
})
