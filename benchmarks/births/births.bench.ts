import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '@tereze/foundation-database'
import { startServerProcess } from '@tereze/foundation-testing'
import { answerBySms, documentsOf, notificationOf, type Telling } from '../../journeys/births/birth.ts'
import { Citizen } from '../../journeys/births/citizen.ts'
import { findFreePort } from '../../journeys/births/free-port.ts'
import { caseWorkerOf, type Mother, mothersOf } from '../../journeys/births/mothers.ts'
import { persist } from '../../journeys/births/persist.ts'
import { cpuTime } from '../cpu-time.ts'
import { commitsPerSecond, describeServer } from './commits.ts'
import { latencyOf } from './latency.ts'
import { openOutside } from './outside.ts'
import { type Read, type ReadRate, rateOfRead } from './reads.ts'
import { countingSettings, statementsOf } from './statements.ts'

// Whole cases over HTTP from outside the server, drivers, platform and PostgreSQL on one machine: a ward's signed notification →
// the SMS that asks for the name, and its answer → signed certificate data → one confirmation → payment order at a bank and notices
// (PDFs apart: they are drawn at the first look). Then the main reads. The limit in the same run: bare commits of the same PostgreSQL.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

/** `--profile DIR`: the server writes its CPU profile there. */
const profileAt = process.argv.indexOf('--profile')
const profile = profileAt < 0 ? null : (process.argv[profileAt + 1] ?? null)
/** `--statements FILE`: what PostgreSQL did, statement by statement; counting costs it some time. */
const statementsAt = process.argv.indexOf('--statements')
const statementsFile = statementsAt < 0 ? null : (process.argv[statementsAt + 1] ?? null)
const births = option('births', 200)
const drivers = option('drivers', 16)
const warmUp = 16
const people = 3_000

const loadBefore = loadavg()[0] ?? 0
const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
const outside = await openOutside()
const postgres = await startEmbeddedServer({
  folder: join(folder, 'postgres'),
  log: () => undefined,
  ...(statementsFile === null ? {} : { settings: countingSettings }),
})
const statements = statementsFile === null ? null : statementsOf(postgres.adminUrl, 'tereze')
const port = await findFreePort()
const smsSecret = 'a secret of the benchmark'.replaceAll(' ', '-')
const server = await startServerProcess({
  folder,
  port,
  people,
  environment: {
    DATABASE_URL: postgres.url,
    BANK_URL: outside.bankUrl,
    BANK_TOKEN: 'bench',
    SMS_URL: outside.smsUrl,
    SMS_SECRET: smsSecret,
    TEREZE_RATE: '10000000',
    TEREZE_LOG_LEVEL: 'warn',
    ...(profile === null ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` }),
  },
})
const telling: Telling = {
  origin: `http://localhost:${port}`,
  folder,
  smsSecret,
  until: performance.now() + 15 * 60_000,
  pause: 25,
}

interface Times {
  readonly toCertificate: number
  readonly toPayment: number
}

/** One birth, begun by the ward and ended by the bank and the notice of the grant. Nobody asks again and again: SMS and bank tell. */
async function tell(mother: Mother, citizen: Citizen, number: string): Promise<Times> {
  const notification = notificationOf(telling, mother, number)
  const begun = performance.now()
  await notification.send()
  await outside.sms(mother.phone, 1)
  const taken = await answerBySms(telling, { id: `sms-${number}`, from: mother.phone, text: 'NAME Айлин' })
  if (!taken) throw new Error(`the answer of ${mother.person} was not taken`)
  await outside.sms(mother.phone, 2)
  const certificates = await documentsOf(citizen, 'birth-certificate')
  if (certificates.length !== 1) throw new Error(`${mother.person} has ${certificates.length} certificates`)
  const toCertificate = performance.now() - begun
  const situation = await persist('the offer', () => offerOf(citizen), { ...telling, pause: 200 })
  const confirmed = performance.now()
  const account = mother.accounts[0] ?? ''
  await citizen.act(
    'situations/confirm-offers',
    { situation, services: ['one-time-birth-benefit'], account },
    `confirm-${number}`,
  )
  await outside.payment(account)
  const toPayment = performance.now() - confirmed
  await outside.sms(mother.phone, 3)
  return { toCertificate, toPayment }
}

async function offerOf(citizen: Citizen): Promise<string> {
  const situation = await situationOf(citizen)
  const { offers } = await citizen.read<{ offers: { service: string }[] }>('situations/get-own-situation', {
    situation,
  })
  if (!offers.some(({ service }) => service === 'one-time-birth-benefit')) throw new Error('no offer yet')
  return situation
}

async function situationOf(citizen: Citizen): Promise<string> {
  const { items } = await citizen.read<{ items: { situation: string }[] }>('situations/list-own-situations', {
    person: citizen.person,
  })
  const situation = items[0]?.situation
  if (situation === undefined) throw new Error('no situation yet')
  return situation
}

/** Drives births, so many at once. */
async function drive(some: readonly (readonly [Mother, Citizen])[], prefix: string): Promise<Times[]> {
  const queue = [...some.entries()]
  const times: Times[] = []
  const driver = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, [mother, citizen]] = next
      times.push(await tell(mother, citizen, `${prefix}-${index}`))
    }
  }
  await Promise.all(Array.from({ length: drivers }, driver))
  return times
}

async function readsOf(some: readonly (readonly [Mother, Citizen])[]): Promise<Record<string, ReadRate>> {
  const few = some.slice(0, 8)
  const read = (name: string, operation: string, input: Record<string, string>, cookie: string): Read => ({
    name,
    url: new URL(`/v1/${operation}?${new URLSearchParams(input)}`, telling.origin),
    cookie,
  })
  const each = (make: (citizen: Citizen, mother: Mother) => Promise<Read> | Read) =>
    Promise.all(few.map(([mother, citizen]) => make(citizen, mother)))
  const worker = new Citizen(telling.origin, caseWorkerOf(folder, 'social-protection'))
  await worker.signIn()
  const kinds: Record<string, Read[]> = {
    'catalogue list': [read('catalogue', 'catalogue/list-catalogue', {}, '')],
    'own situation': await each(async citizen =>
      read(
        'situation',
        'situations/get-own-situation',
        { situation: await situationOf(citizen) },
        citizen.cookies('/'),
      ),
    ),
    'own cases': await each(citizen =>
      read('cases', 'cases/list-own-cases', { person: citizen.person }, citizen.cookies('/')),
    ),
    'own case': await each(async citizen => {
      const { items } = await citizen.read<{ items: { case: string; organisation: string }[] }>(
        'cases/list-own-cases',
        {
          person: citizen.person,
        },
      )
      const { case: id = '', organisation = '' } = items[0] ?? {}
      return read('case', 'cases/get-own-case', { organisation, case: id }, citizen.cookies('/'))
    }),
    verify: await each(async citizen => {
      const [certificate] = await documentsOf(citizen, 'birth-certificate')
      return read('verify', 'documents/verify-document', { reference: certificate?.reference ?? '' }, '')
    }),
    inbox: [
      read('inbox', 'cases/list-tasks', { organisation: 'social-protection', list: 'unit' }, worker.cookies('/')),
    ],
  }
  const rates: Record<string, ReadRate> = {}
  for (const [name, reads] of Object.entries(kinds)) {
    rates[name] = await rateOfRead(reads)
    console.log(`${name}: ${rates[name].perSecond} per second, p99 ${rates[name].p99} ms`)
  }
  return rates
}

try {
  const mothers = mothersOf(folder).slice(0, births + warmUp)
  if (mothers.length < births + warmUp) throw new Error(`only ${mothers.length} mothers`)
  const citizens = await Promise.all(
    mothers.map(async mother => [mother, new Citizen(telling.origin, mother.person)] as const),
  )
  for (const [, citizen] of citizens) await citizen.signIn()
  const limitBefore = await commitsPerSecond(postgres.url)
  await drive(citizens.slice(0, warmUp), 'W')
  const loadDuring = loadavg()[0] ?? 0
  await statements?.begin()
  const [platformCpu, databaseCpu] = [cpuTime(server.pid), cpuTime(postgres.pid)]
  const begun = performance.now()
  const times = await drive(citizens.slice(warmUp), 'B')
  const seconds = (performance.now() - begun) / 1000
  const cpuOfCase = (before: number, now: number) => Math.round((10 * (now - before)) / (2 * times.length)) / 10
  const cpuMillisecondsOfCase = {
    platform: cpuOfCase(platformCpu, cpuTime(server.pid)),
    postgresql: cpuOfCase(databaseCpu, cpuTime(postgres.pid)),
  }
  if (statementsFile !== null) await statements?.write(statementsFile, times.length)
  const reads = process.argv.includes('--no-reads') ? {} : await readsOf(citizens)
  const limitAfter = await commitsPerSecond(postgres.url)
  const commits = Math.round(Math.max(limitBefore, limitAfter))
  const round = (value: number) => Math.round(value * 100) / 100
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(postgres.url),
      loadBefore: round(loadBefore),
      loadDuring: round(loadDuring),
    },
    births: {
      count: times.length,
      drivers,
      birthsPerSecond: round(times.length / seconds),
      casesPerSecond: round((2 * times.length) / seconds),
      cpuMillisecondsOfCase,
      notificationToCertificateMs: latencyOf(times.map(({ toCertificate }) => toCertificate)),
      confirmationToPaymentMs: latencyOf(times.map(({ toPayment }) => toPayment)),
      payments: outside.payments.size,
      shortMessages: outside.delivered(),
    },
    reads,
    limit: {
      bareCommitsPerSecond: commits,
      bareCommitsInTheTimeOfOneCase: Math.round(commits / ((2 * times.length) / seconds)),
    },
  }
  console.log(JSON.stringify(result, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  if (!process.argv.includes('--dry'))
    writeFileSync(join(results, 'births.json'), `${JSON.stringify(result, null, 2)}\n`)
} catch (error) {
  console.error(server.output().slice(-3_000))
  throw error
} finally {
  await server.stop()
  await postgres.stop()
  outside.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
