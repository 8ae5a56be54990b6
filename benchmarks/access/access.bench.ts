import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { type AccessCase, compilePolicy, decideAccess, lookAtRules, type Policy } from '@tereze/access-policy'
import type { Actor } from '@tereze/operation'
import { installPeers } from '../install-peers.ts'
import { loadPeers, type PlainQuestion, plainRules } from './peers.ts'

// How many questions the published access policy answers a second on one core: with and without a condition, whole and explained, beside
// other engines that hold the same rules as far as they can be said without a condition. Every answer of a peer is compared first.

const content = new URL('../../content/access/policy.json', import.meta.url)
const policy = JSON.parse(readFileSync(content, 'utf8')) as Policy
const base = { language: 'en', clients: ['workplace'] } as const
const someone = 'person_01960000-0000-7000-8000-000000000001'
const office = { session: 's', assurance: 'high', unit: null } as const

function actorOf({ subject, home }: PlainQuestion): Actor {
  const [kind = '', role = ''] = subject.split(':')
  if (kind === 'role') return { ...base, ...office, kind: 'official', id: 'o', organisation: home, roles: [role] }
  if (kind === 'system') return { ...base, kind: 'system', id: 's', organisation: home, roles: [role] }
  if (kind === 'person') return { ...base, kind, id: someone, session: 's', assurance: 'high', onBehalfOf: null }
  return { ...base, kind: 'anonymous', id: 'anonymous' }
}

const plain = { ...policy, rules: plainRules(policy) }
const subjects = [...new Set(policy.rules.flatMap(({ who }) => who))].filter(who => who.includes(':'))
const permissions = [...new Set(plain.rules.flatMap(rule => rule.permissions))]
const homes = ['civil-registry', 'social-protection']
const questions: PlainQuestion[] = [
  ...subjects.flatMap(subject => homes.map(home => ({ subject, home }))),
  { subject: 'person', home: '' },
  { subject: 'anonymous', home: '' },
].flatMap(who => permissions.map(permission => ({ ...who, permission, tenant: 'social-protection' })))

const rates: Record<string, number> = {}
const seconds = 2
const portion = 200

/** Asks in turn for some seconds of processor time, so that what else the machine does changes little; the best of three. */
function rate<Question>(name: string, asked: readonly Question[], decide: (question: Question) => unknown): void {
  let best = 0
  for (let round = 0; round < 3; round++) {
    let done = 0
    const from = process.cpuUsage()
    let took = 0
    while (took < (seconds * 1_000) / 3) {
      for (let at = 0; at < portion; at++) decide(asked[(done + at * 31) % asked.length] as Question)
      done += portion
      const { user, system } = process.cpuUsage(from)
      took = (user + system) / 1_000
    }
    best = Math.max(best, (done / took) * 1_000)
  }
  rates[name] = Math.round(best)
  console.log(`${name}: ${Math.round(best).toLocaleString('en')}/s`)
}

const whole = compilePolicy(policy)
const simple = compilePolicy(plain)
const cases = questions.map(
  (question): AccessCase => ({
    actor: actorOf(question),
    permission: question.permission,
    tenant: question.tenant,
    input: {},
  }),
)
rate('tereze, plain rules', cases, question => decideAccess(simple, question).allowed)
rate('tereze, published policy', cases, question => decideAccess(whole, question).allowed)
const person = actorOf({ subject: 'person', home: '', permission: '', tenant: '' })
const conditional = ['cases.case.read-own', 'documents.document.read-own', 'situations.offer.confirm'].flatMap(
  permission =>
    [someone, 'person_01960000-0000-7000-8000-000000000002'].map((asked): AccessCase => {
      const input = { person: asked, limit: 50, filters: { kind: ['a', 'b'], from: '2026-01-01' } }
      return { actor: person, permission, tenant: 'platform', input }
    }),
)
rate('tereze, with a condition', conditional, question => decideAccess(whole, question).allowed)
rate('tereze, explained', cases, question => lookAtRules(whole, question))

for (const { name, decide } of await loadPeers(await installPeers(), policy)) {
  for (const [at, question] of questions.entries())
    if (decide(question) !== decideAccess(simple, cases[at] as AccessCase).allowed)
      throw new Error(`${name} differs: ${JSON.stringify(question)}`)
  rate(name, questions, decide)
}

const results = join(import.meta.dirname, '../results')
mkdirSync(results, { recursive: true })
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  node: process.version,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
}
writeFileSync(
  join(results, 'access.json'),
  `${JSON.stringify({ machine, questions: questions.length, perSecond: rates }, null, 2)}\n`,
)
