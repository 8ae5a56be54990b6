import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startSmallServer } from '@tereze/foundation-http'
import { afterAll, expect, it, vi } from 'vitest'
import { tereze } from '../said.fixture.ts'

/** What the provider answers to each question for a token, one after the other. */
let answers: object[] = []
const asked: string[] = []
const provider = await startSmallServer({
  host: '127.0.0.1',
  port: 0,
  limit: 10_000,
  answer: ({ path, body }) => {
    const fields = new TextDecoder().decode(body)
    const known = fields.includes('client_id=command-line')
    const begun = {
      device_code: 'd',
      user_code: 'ABCD-EFGH',
      verification_uri: 'https://x.example/device',
      interval: 0,
    }
    const told = path === '/oidc/device/auth' ? (known ? begun : { error: 'invalid_client' }) : answers.shift()
    asked.push(`${path} ${fields}`)
    return {
      status: told === undefined || 'error' in told ? 400 : 200,
      type: 'application/json',
      body: JSON.stringify(told),
    }
  },
})
const folder = await mkdtemp(join(tmpdir(), 'tereze-sign-in-'))
const file = join(folder, 'kept', 'token')
vi.stubEnv('TEREZE_TOKEN_FILE', file)
afterAll(async () => {
  vi.unstubAllEnvs()
  await provider.close()
  await rm(folder, { recursive: true, force: true })
})
const signIn = (client = 'command-line') => tereze('sign-in', '--server', provider.url, '--client', client)

it('shows the code, waits until it was compared, and keeps the token with its platform for its owner alone', async () => {
  answers = [{ error: 'authorization_pending' }, { access_token: 'secret-token' }]
  const { code, out, err } = await signIn()
  expect(code).toBe(0)
  expect(err).toContain('ABCD-EFGH')
  expect(`${out}${err}`).not.toContain('secret-token')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    server: new URL(provider.url).origin,
    token: 'secret-token',
  })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(asked.at(-1)).toContain('device_code=d')
})

it('lets nobody read a token who could read the file that lay there before', async () => {
  await rm(file, { force: true })
  await writeFile(join(folder, 'elsewhere'), 'of others', { mode: 0o644 })
  await mkdir(dirname(file), { recursive: true })
  await symlink(join(folder, 'elsewhere'), file)
  answers = [{ access_token: 'first-token' }, { access_token: 'second-token' }]
  expect((await signIn()).code).toBe(0)
  expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('of others')
  await chmod(file, 0o644)
  expect((await signIn()).code).toBe(0)
  expect(await readFile(file, 'utf8')).toContain('second-token')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(dirname(file))).toEqual(['token'])
})

it('ends with the way out where it is denied, or the client is not known', async () => {
  answers = [{ error: 'access_denied' }]
  expect(await signIn()).toMatchObject({ code: 1, err: expect.stringContaining('access_denied') })
  expect(await signIn('stranger')).toMatchObject({ code: 1, err: expect.stringContaining('tereze client register') })
})
