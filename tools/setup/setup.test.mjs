import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { alone } from './alone.mjs'
import { isThere, matchesLock } from './dependencies.mjs'
import { isUsableNode } from './runtime.mjs'
import { hashOf } from './web-apps.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tereze setup '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Node that the sources run on', () => {
  test.each(['22.22.0', '24.0.0', '24.21.0', '26.1.0'])('%s will do', version =>
    expect(isUsableNode(version)).toBe(true),
  )
  test.each(['12.22.0', '18.20.4', '20.20.2', '22.18.0', '23.11.0', '25.1.0'])('%s is replaced', version =>
    expect(isUsableNode(version)).toBe(false),
  )
})

describe('installed dependencies match the lock', () => {
  const lock = {
    packages: {
      '': { name: 'tereze' },
      'libraries/feel': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/for-another-platform': { version: '1.0.0', optional: true },
      'node_modules/@tereze/feel': { resolved: 'libraries/feel', link: true },
    },
  }
  const installed = changes => {
    const { '': _, 'node_modules/for-another-platform': __, ...rest } = lock.packages
    return { packages: { ...rest, ...changes } }
  }

  test('when every entry is there, those of other platforms apart', () =>
    expect(matchesLock(lock, installed({}))).toBe(true))
  test('not when nothing is installed', () => expect(matchesLock(lock, undefined)).toBe(false))
  test('not at another version', () =>
    expect(matchesLock(lock, installed({ 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }))).toBe(false))
  test('not with other bytes', () =>
    expect(matchesLock(lock, installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }))).toBe(false))
  test('not with something more', () => expect(matchesLock(lock, installed({ 'node_modules/b': {} }))).toBe(false))
  test('not when a folder is missing that npm wrote down', () => {
    mkdirSync(join(folder, 'node_modules/a'), { recursive: true })
    expect(isThere(folder, { packages: { 'node_modules/a': {} } })).toBe(true)
    expect(isThere(folder, { packages: { 'node_modules/a': {}, 'node_modules/b': {} } })).toBe(false)
  })
  test('not with something less', () => expect(matchesLock(lock, { packages: {} })).toBe(false))
})

test('a web app is built again when a source changes, is renamed or appears, and only then', () => {
  mkdirSync(join(folder, 'apps/x/src'), { recursive: true })
  mkdirSync(join(folder, 'apps/x/dist'), { recursive: true })
  const source = join(folder, 'apps/x/src/a.ts')
  writeFileSync(source, '1')
  const first = hashOf(folder, ['apps/x', 'missing'])
  writeFileSync(join(folder, 'apps/x/dist/bundle.js'), 'built')
  expect(hashOf(folder, ['apps/x', 'missing'])).toBe(first)
  writeFileSync(source, '2')
  const second = hashOf(folder, ['apps/x', 'missing'])
  expect(second).not.toBe(first)
  writeFileSync(join(folder, 'apps/x/src/b.ts'), '')
  expect(hashOf(folder, ['apps/x', 'missing'])).not.toBe(second)
})

describe('a run on another Node', () => {
  const wrapper = join(import.meta.dirname, 'runtime.mjs')
  const rerun = script => {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { rerunOn } from ${JSON.stringify(wrapper)}; rerunOn(process.execPath, ['-e', ${JSON.stringify(script)}])`,
    ])
    child.stdout.setEncoding('utf8')
    return child
  }

  test('passes the exit code and PATH through', async () => {
    const child = rerun('process.stdout.write(process.env.PATH); process.exitCode = 7')
    const ended = once(child, 'exit')
    const [text] = await once(child.stdout, 'data')
    expect(text.startsWith(dirname(process.execPath))).toBe(true)
    expect((await ended)[0]).toBe(7)
  })

  test.each(['SIGTERM', 'SIGINT'])('passes %s through and waits for an orderly end', async signal => {
    const child = rerun(
      `process.on('${signal}', () => setTimeout(() => { console.log('ended well'); process.exit(0) }, 100)); console.log('ready'); setInterval(() => {}, 1000)`,
    )
    const ended = once(child, 'exit')
    await once(child.stdout, 'data')
    child.kill(signal)
    const [text] = await once(child.stdout, 'data')
    expect(text).toBe('ended well\n')
    expect((await ended)[0]).toBe(0)
  })

  test('says that it was killed as a shell would', async () => {
    const child = rerun("process.kill(process.pid, 'SIGKILL')")
    expect((await once(child, 'exit'))[0]).toBe(137)
  })
})

test('an unknown verb is answered with the known ones', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.mjs'), 'dance'])
  const ended = once(child, 'exit')
  const [text] = await once(child.stderr.setEncoding('utf8'), 'data')
  expect(text).toMatch(/dance.*Known: setup, start/)
  expect((await ended)[0]).toBe(1)
})

describe('setting up alone', () => {
  test('two at once go one after the other', async () => {
    const order = []
    const work = name => async () => {
      order.push(`${name} begins`)
      await new Promise(resolve => setTimeout(resolve, 50))
      order.push(`${name} ends`)
    }
    await Promise.all([alone(folder, work('one')), alone(folder, work('two'))])
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  test('a failure gives the lock back', async () => {
    await expect(alone(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await alone(folder, async () => 'yes')).toBe('yes')
  })

  test('the lock of a process that is gone is taken over', async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    writeFileSync(join(folder, '.tereze/setup/lock'), String(gone.pid))
    expect(await alone(folder, async () => 'yes')).toBe('yes')
  })
})
