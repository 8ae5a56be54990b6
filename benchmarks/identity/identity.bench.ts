import { argon2, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { registerClient } from '@tereze/identity/contract'
import { isRefused, systemActor } from '@tereze/operation'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describeServer } from '../births/commits.ts'
import { cpuTime } from '../cpu-time.ts'
import { origin, startIdentityServer } from './identity-server.ts'
import { choosePassword, signInByPassword } from './sign-in.ts'

// Whole sign-ins by password beside the cost of the hash alone, grants of tokens to a system that proves itself by a key,
// introspections; each as so many in a second of processor time of this process and its PostgreSQL. First, 150 sign-ins at once
// at a server that has just started. `--logins 200 --grants 500`.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const password = 'drum lantern orbit hazel'
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

/** Runs so many, some beside each other; gives how many fit into a second of the clock, and of processor time. */
async function rate(count: number, beside: number, work: (n: number) => Promise<unknown>) {
  const [clock, processor] = [performance.now(), cpuTime(process.pid)]
  let next = 0
  await Promise.all(
    Array.from({ length: beside }, async () => {
      while (next < count) await work(next++)
    }),
  )
  const perSecond = (milliseconds: number) => Math.round((count / milliseconds) * 1e4) / 10
  return { perSecond: perSecond(performance.now() - clock), perCoreSecond: perSecond(cpuTime(process.pid) - processor) }
}

const load = loadavg()[0] ?? 0
const logins = option('logins', 200)
const grants = option('grants', 500)
const identity = await startIdentityServer()
try {
  const atOnce = 150
  const names = Array.from({ length: Math.max(atOnce, logins) }, (_, n) => `name-${n}`)
  for (const [n, login] of names.entries()) await choosePassword(identity, n, login, password)
  const kept = await identity.database.client.query('select cost from identity.passwords limit 1')
  const hashCost = kept.rows[0].cost as { memory: number; passes: number }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  const first = await rate(atOnce, atOnce, n => signInByPassword(identity, names[n] ?? '', password))
  clearInterval(watch)

  const login = await rate(logins, 4, n => signInByPassword(identity, names[n] ?? '', password))
  const hash = await rate(
    logins,
    2,
    () =>
      new Promise<void>((resolve, reject) => {
        const cost = { ...hashCost, parallelism: 1, tagLength: 32, message: password, nonce: randomBytes(16) }
        argon2('argon2id', cost, error => (error ? reject(error) : resolve()))
      }),
  )

  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '' } = await exportJWK(publicKey)
  const registered = 'bench'
  const name = { en: 'Bench', ru: 'Замер', kk: 'Өлшем' }
  const outcome = await identity.runner.call(
    registerClient,
    {
      client: registered,
      organisation: 'platform',
      name,
      grants: ['system'],
      redirectUris: [],
      keys: [{ kty: 'EC', crv: 'P-256', x, y }],
      roles: ['member'],
      exchanges: [],
      signOutUri: null,
      pushed: false,
      bound: false,
    },
    systemActor('bench', 'platform'),
  )
  if (isRefused(outcome)) throw new Error(outcome.code)
  const assertions = await Promise.all(
    Array.from({ length: 2 * grants + 1 }, (_, n) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(registered)
        .setSubject(registered)
        .setAudience(`${origin}/oidc`)
        .setJti(`${n} ${randomBytes(8).toString('hex')}`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    ),
  )
  const ask = async (path: string, fields: Record<string, string>, n: number) => {
    const answer = await identity.server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: new URL(origin).host },
      payload: new URLSearchParams({
        ...fields,
        client_id: registered,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertions[n] ?? '',
      }).toString(),
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json() as { access_token?: string; active?: boolean }
  }
  const grant = await rate(grants, 4, n => ask('/oidc/token', { grant_type: 'client_credentials', scope: 'api' }, n))
  const { access_token: token = '' } = await ask('/oidc/token', { grant_type: 'client_credentials' }, 2 * grants)
  const introspection = await rate(grants, 4, async n => {
    if ((await ask('/oidc/token/introspection', { token }, grants + n)).active !== true) throw new Error('not active')
  })
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(identity.url),
      load: Math.round(load * 10) / 10,
    },
    hashAlone: hash,
    login,
    tokenGrant: grant,
    introspection,
    atOnce: { logins: atOnce, ...first, memoryBeforeMb: megabytes(before), memoryMostMb: megabytes(most) },
  }
  console.log(JSON.stringify(result, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'identity.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await identity.close()
}
