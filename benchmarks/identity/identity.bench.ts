import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { Browser, formTokenOf } from '../../modules/identity/src/browser.fixture.ts'
import { aigul, identityPlatform, origin } from '../../modules/identity/src/identity-platform.fixture.ts'
import { allow, newKey, post, proven, register, wish } from '../../modules/identity/src/openid-tools.fixture.ts'
import { hashCost, hashPassword, newHash } from '../../modules/identity/src/password-hash.ts'
import { upsertPassword } from '../../modules/identity/src/store/passwords.ts'
import { describeServer } from '../births/commits.ts'
import { latencyOf } from '../births/latency.ts'
import { cpuTime } from '../cpu-time.ts'

// Whole sign-ins by password (five requests, pages drawn, session begun), tokens granted to a system that proves itself by its key, tokens
// introspected, and requests with a token, beside the cost of the password's hash alone; and the memory of many first sign-ins at once. Requests
// go into the server without a network between. `--seconds 6 --beside 8 --at-once 150`

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const seconds = option('seconds', 6)
const beside = option('beside', 8)
const atOnce = option('at-once', 150)
const load = loadavg()[0] ?? 0
const password = 'drum lantern orbit hazel'
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
const database = openDatabase({ url: postgres.url, max: beside + 8 })
try {
  const people = Array.from({ length: atOnce }, (_, index) => ({
    ...aigul,
    id: `person_01960000-0000-7000-8000-${String(index + 1000).padStart(12, '0')}`,
    name: `Person ${index}`,
  }))
  const platform = await identityPlatform({
    more: people,
    open: async sets => {
      await migrate(postgres.url, [...sets])
      return database
    },
  })
  const key = await newKey()
  await register(platform, {
    client: 'pension-fund',
    grants: ['system'],
    redirectUris: [],
    keys: [key.jwk as never],
    roles: ['member'],
  })
  await register(platform, { client: 'diary', grants: ['code', 'refresh'] })
  const known = await newHash(password)
  await database.transaction('platform', async tx => {
    for (const [index, { id }] of people.entries())
      await upsertPassword(tx, { ...known, account: id, login: `person.${index}`, now: new Date() })
  })
  let begun = 0

  /** A sign-in by password in a browser that nobody knows yet. */
  async function signIn(): Promise<void> {
    const number = begun++
    const who = number % people.length
    // Each from an address of its own: what comes from one is slowed down as guessing.
    const address = `11.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
    const browser = new Browser(platform.server, origin, { 'x-forwarded-for': address })
    const page = await browser.open('/sign-in?to=%2Fown')
    const form = { login: `person.${who}`, password, code: '', _form: formTokenOf(page) }
    const end = await browser.follow(await browser.post(`${page.url.pathname}/password`, form))
    if (end.status !== 200 || JSON.parse(end.text).id !== people[who]?.id)
      throw new Error(`not signed in: ${end.status}`)
  }

  async function tokenOf(): Promise<string> {
    const fields = { grant_type: 'client_credentials', scope: 'api', ...(await proven('pension-fund', key)) }
    const { status, body } = await post(platform, '/oidc/token', fields)
    if (status !== 200) throw new Error(`no token: ${status} ${body.error}`)
    return body.access_token ?? ''
  }

  /** How often something is done in a second, by several beside each other, and per core of processor time. */
  async function measure(work: () => Promise<unknown>) {
    for (let round = 0; round < 5; round++) await work()
    const durations: number[] = []
    const used = cpuTime(process.pid)
    const started = performance.now()
    const until = started + seconds * 1000
    const worker = async () => {
      while (performance.now() < until) {
        const at = performance.now()
        await work()
        durations.push(performance.now() - at)
      }
    }
    await Promise.all(Array.from({ length: beside }, worker))
    const rate = (time: number) => Math.round((durations.length / time) * 10_000) / 10
    return {
      perSecond: rate(performance.now() - started),
      perSecondOfCore: rate(cpuTime(process.pid) - used),
      latency: latencyOf(durations),
    }
  }

  // First of all, while nothing is warm: everybody at once.
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 10)
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, signIn))
  clearInterval(watch)
  const together = {
    signIns: atOnce,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    memoryMb: { before: megabytes(before), most: megabytes(most) },
    hashesAtOnceWouldTakeMb: Math.round((atOnce * hashCost.memory) / 1024),
  }

  const code = await allow(platform, platform.newBrowser(), {
    ...wish('diary'),
    scope: 'openid profile.read offline_access',
    prompt: 'login consent',
  })
  const { body } = await post(platform, '/oidc/token', {
    grant_type: 'authorization_code',
    client_id: 'diary',
    code,
    redirect_uri: 'https://diary.example/back',
    code_verifier: 'v'.repeat(50),
  })
  async function introspect(): Promise<void> {
    const asked = await post(platform, '/oidc/token/introspection', {
      client_id: 'diary',
      token: body.refresh_token ?? '',
    })
    if (String(asked.body.active) !== 'true') throw new Error(`not active: ${asked.status}`)
  }
  async function askWithToken(): Promise<void> {
    const headers = { authorization: `Bearer ${body.access_token}`, host: 'localhost:8080' }
    const { statusCode } = await platform.server.inject({ method: 'GET', url: '/own', headers })
    if (statusCode !== 200) throw new Error(`not let in: ${statusCode}`)
  }
  const salt = new Uint8Array(16)
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(postgres.url),
      load: Math.round(load * 10) / 10,
    },
    beside,
    together,
    hashAlone: await measure(() => hashPassword(password, salt, hashCost)),
    signInsByPassword: await measure(signIn),
    tokenGrants: await measure(tokenOf),
    introspections: await measure(introspect),
    requestsWithToken: await measure(askWithToken),
  }
  console.log(JSON.stringify(result, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'identity.json'), `${JSON.stringify(result, null, 2)}\n`)
  await platform.server.close()
} finally {
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
