import { readFileSync } from 'node:fs'
import { createAuthoriser, readyPolicy } from '@tereze/access'
import type { Policy } from '@tereze/access/contract'
import { createHttpServer } from '@tereze/foundation-http'
import { silentTelemetry } from '@tereze/foundation-telemetry'
import { official, person, system, testPlatform } from '@tereze/foundation-testing'
import { createMessages } from '@tereze/messages'
import { type Actor, anonymous } from '@tereze/operation'
import { afterAll, expect, test } from 'vitest'
import { noPowers, noTies } from '../../../modules/access/src/nobody-acts.fixture.ts'
import { modules as platformModules } from './composition/modules.ts'
import { bindPortal } from './pages/portal-pages.ts'
import { platformModule } from './platform/module.ts'

// Walks the table of the running router, route by route, as everybody the policy knows: whoever comes through a door was let through it by
// a rule that names them, found here in the text of the policy and not by the engine.

const content = new URL('../../../content/access/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, content), 'utf8'))
const policy = read('policy.json') as Policy
const roles = read('roles.json').roles as { id: string; of: 'official' | 'system' }[]

const actors: Record<string, Actor> = {
  nobody: anonymous(),
  person: person(),
  'official of no role': official({ roles: ['unheard-of'] }),
  ...Object.fromEntries(
    roles.map(({ id, of }) => [`${of} ${id}`, of === 'official' ? official({ roles: [id] }) : system({ roles: [id] })]),
  ),
}
let asking: Actor = actors.nobody as Actor

const messages = createMessages([])
const origin = 'http://tereze.example'
const telemetry = silentTelemetry()
const none = { find: () => null }
const portal = await bindPortal({
  origin,
  zone: 'Asia/Almaty',
  demo: false,
  messages: () => messages,
  dist: new URL('../../portal/dist/', import.meta.url),
})
const clock = { now: () => new Date('2026-03-02T04:00:00Z') }
const source = { policy: () => policy }
const authoriser = createAuthoriser({ policySource: source, representation: noTies, powerScheme: noPowers, clock })
const passed: string[] = []
const platform = await testPlatform({ modules: [...platformModules], authoriser })
const own = platformModule({
  database: platform.database,
  telemetry,
  version: '0',
  assets: none as never,
  workplace: none as never,
  studio: none as never,
  pages: portal.pages,
  programs: () => [],
  modules: () => platformModules,
})
const modules = [...platformModules, own]
const server = await createHttpServer({
  runner: platform.runner,
  modules,
  authenticator: { authenticate: async () => asking },
  formGuard: async () => true,
  messages,
  telemetry,
  origin,
  version: '0',
  ratePerMinute: 1_000_000,
  allows: async (actor, permission, operation) => {
    const { allowed } = await platform.runner.allows({ actor, permission, operation })
    if (allowed) passed.push(`${operation} ${actor.id}`)
    // What lies behind an open door is no matter of this test, and may want ports that are not bound.
    return false
  },
})
await server.ready()
afterAll(() => server.close())

/** A path without the names of its parts: the router shows them joined where two routes name one part differently. */
const plain = (path: string) => path.replaceAll(/:[^/]+/g, ':')

/** The router's own table, as it prints it: paths with their methods. */
function routesOf(): { method: string; path: string }[] {
  const lines = server.printRoutes().split('\n')
  const parts: string[] = []
  return lines.flatMap(line => {
    const found = /^([│ ]*)[└├]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line)
    if (found === null) return []
    const [, indent = '', part = '', methods = ''] = found
    const depth = indent.length / 4
    parts.length = depth
    parts[depth] = part
    return methods
      .split(', ')
      .filter(method => method !== '' && method !== 'HEAD')
      .map(method => ({ method, path: plain(parts.join('')) }))
  })
}

const operations = modules.flatMap(module => module.operations.map(({ definition }) => definition))
const protocols = modules.flatMap(module =>
  module.protocols.map(({ definition, ...rest }) => ({ definition, raw: 'raw' in rest })),
)
const routes = routesOf()
const permissionOf = (path: string) =>
  operations.find(({ module, verb }) => path === `/v1/${module}/${verb}`)?.permission ??
  protocols.find(({ definition }) => plain(definition.path) === path)?.definition.permission ??
  null

/** Whether some rule of the policy's text names an actor for a permission. */
function isNamed(actor: Actor, permission: string): boolean {
  const own = 'roles' in actor ? actor.roles : []
  const names = ['anyone', actor.kind, ...own.map(role => `${actor.kind === 'official' ? 'role' : 'system'}:${role}`)]
  return policy.rules.some(rule => rule.permissions.includes(permission) && rule.who.some(who => names.includes(who)))
}

test('every route of the router belongs to an operation, and every operation has its route', () => {
  expect(routes.length).toBeGreaterThan(operations.length)
  expect(routes.filter(({ path }) => permissionOf(path) === null)).toEqual([])
  const paths = new Set(routes.map(({ path }) => path))
  expect(operations.map(({ module, verb }) => `/v1/${module}/${verb}`).filter(path => !paths.has(path))).toEqual([])
})

test('no permission is without a rule, and no rule without something that asks for it', () => {
  const asked = new Set(
    [...operations, ...protocols.map(({ definition }) => definition)].map(({ permission }) => permission),
  )
  const ruled = new Set(readyPolicy(source).byPermission.keys())
  expect([...asked].filter(permission => !ruled.has(permission))).toEqual([])
  expect([...ruled].filter(permission => !asked.has(permission))).toEqual([])
})

test('the table is whole: each protocol stands in it', () => {
  const paths = new Set(routes.map(({ path }) => path))
  expect(protocols.map(({ definition }) => plain(definition.path)).filter(path => !paths.has(path))).toEqual([])
})

test('nobody comes through a door that no rule opens to them', async () => {
  const names = Object.keys(actors)
  let closed = 0
  for (const [at, { method, path }] of routes.entries()) {
    const permission = permissionOf(path) ?? ''
    const protocol = protocols.find(({ definition }) => plain(definition.path) === path)
    // A library that speaks its own protocol authenticates by it.
    if (protocol?.raw === true) continue
    // Everybody would be five thousand requests: nobody, who has no role, and two of the others in turn.
    const others = [names[3 + (at % (names.length - 3))], names[3 + ((at * 7 + 3) % (names.length - 3))]]
    for (const name of new Set(['nobody', 'person', 'official of no role', ...others] as string[])) {
      asking = actors[name] as Actor
      if (isNamed(asking, permission)) continue
      passed.length = 0
      const isPost = method !== 'GET'
      const answer = await server.inject({
        method: method as 'GET',
        url: path.replaceAll('*', 'x').replaceAll(':', 'x'),
        ...(isPost ? { headers: { 'content-type': 'application/json' }, payload: '{}' } : {}),
      })
      expect([answer.statusCode, passed], `${name}: ${method} ${path}`).toEqual([name === 'nobody' ? 401 : 403, []])
      closed += 1
    }
  }
  expect(closed).toBeGreaterThan(500)
}, 120_000)

test('an address that is no operation is nothing to anybody', async () => {
  for (const actor of Object.values(actors)) {
    asking = actor
    for (const url of ['/v1/registers/forge-record', '/v1/nothing', '/v2/cases/get-case', '/admin']) {
      const answer = await server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        payload: '{}',
      })
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'operations.operation-not-found'])
    }
  }
})
