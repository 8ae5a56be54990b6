import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('report.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze ward '))
const key = join(folder, 'demo/members/ward.jwk.json')
const received = []
const platform = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  received.push(JSON.parse(Buffer.from(body.split('.')[1], 'base64url').toString('utf8')))
  const reply = Buffer.from(JSON.stringify({ inReplyTo: 'm1', time: '2026-03-02T09:00:00Z' })).toString('base64url')
  response.end(`head.${reply}.signature`)
})

beforeAll(async () => {
  mkdirSync(join(folder, 'demo/members'), { recursive: true })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeFileSync(key, JSON.stringify(privateKey.export({ format: 'jwk' })))
  platform.listen(0, '127.0.0.1')
  await once(platform, 'listening')
})
afterAll(() => {
  platform.close()
  rmSync(folder, { recursive: true, force: true })
})

const report = (...args) =>
  new Promise(resolve =>
    execFile(process.execPath, [program, ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    ),
  )
const there = () => ['--platform', `http://127.0.0.1:${platform.address().port}`, '--key', key]

test('without a mother it asks for one, and in a demo takes the first of the story who has a number', async () => {
  expect(await report(...there())).toMatchObject({ code: 2, stderr: expect.stringContaining('Say who the mother is') })
  const people = [
    { persona: 'foreign-mother', identifier: null },
    { persona: 'expectant-mother', identifier: 'DM-2345-6789-A' },
  ]
  writeFileSync(join(folder, 'demo/story.json'), JSON.stringify({ people }))
  expect(await report(...there())).toMatchObject({ code: 0, stdout: expect.stringContaining('Accepted') })
  expect(received.at(-1).body.mother).toEqual({ identifier: 'DM-2345-6789-A' })
})

test('an unknown option, a missing key and a silent platform are told in words', async () => {
  for (const [args, words] of [
    [['--colour', 'red'], 'Usage: node examples/maternity-ward/report.mjs'],
    [['--mother', 'DM-2345-6789-A'], 'No key can be read'],
    [['--mother', 'DM-2345-6789-A', '--key', key, '--platform', 'http://127.0.0.1:9'], 'Start the platform'],
  ]) {
    const { code, stderr } = await report(...args)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(code).toBeGreaterThan(0)
  }
})
