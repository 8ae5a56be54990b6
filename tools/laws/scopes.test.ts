import { readdirSync, readFileSync } from 'node:fs'
import { apiScopes, walletScope } from '@tereze/identity/contract'
import { type Actor, findScopeProblem, openScope, workScope } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listBegunModules, loadModule } from './module-in-memory.ts'

interface Rule {
  readonly permissions: readonly string[]
  readonly who: readonly string[]
}

const { rules } = JSON.parse(readFileSync(new URL('../../content/access/policy.json', import.meta.url), 'utf8')) as {
  rules: readonly Rule[]
}
const openTo = (...who: readonly string[]) =>
  new Set(rules.filter(rule => rule.who.some(each => who.includes(each))).flatMap(({ permissions }) => permissions))
const personsMay = openTo('person', 'anyone')
const everybodyMay = openTo('anyone')

/** What persons do only themselves, by the beginning of its name, and why no application does it for them. */
const themselves: Readonly<Record<string, string>> = {
  'identity.': 'ways to sign in, sessions and what applications may: with them an application could give itself more',
  'exchange.': 'the protocols of members and installations, which prove themselves by their keys',
  'notifications.deliver-sms': 'the gateway’s',
  'notifications.list-demo-mail': 'the demo’s',
  'notifications.show-demo-mail': 'the demo’s',
  'notifications.answer-demo-sms': 'the demo’s',
}

const modules = await Promise.all(listBegunModules().map(loadModule))
const definitions = modules
  .flatMap(({ module }) => (module === undefined ? [] : [...module.operations, ...module.protocols]))
  .map(({ definition }) => definition as { name: string; permission: string; scope?: string })
const forPersons = definitions.filter(({ permission }) => personsMay.has(permission))

test('what persons may is open to applications by one scope, or done by persons themselves for a reason', () => {
  const wrong = forPersons.flatMap(({ name, permission, scope }) => {
    const own = Object.keys(themselves).some(beginning => name.startsWith(beginning))
    if (scope === undefined) return own ? [] : [`${name}: say which scope opens it to an application`]
    if (scope === openScope)
      return everybodyMay.has(permission) ? [] : [`${name}: not everybody may, so it is not open to every application`]
    return scope === walletScope || (apiScopes as readonly string[]).includes(scope) ? [] : [`${name}: no such scope`]
  })
  expect(wrong).toEqual([])
})

test('a scope opens something, and only what persons may', () => {
  const used = new Set(forPersons.map(({ scope }) => scope))
  expect(apiScopes.filter(scope => scope !== workScope && scope !== 'acting' && !used.has(scope))).toEqual([])
  const others = definitions.filter(({ permission, scope }) => scope !== undefined && !personsMay.has(permission))
  expect(others.map(({ name }) => name)).toEqual([])
})

test('each scope opens what declares it and nothing else', () => {
  const by = (scope: string): Actor => ({
    kind: 'person',
    id: 'person_1',
    session: 'token:1',
    assurance: 'high',
    onBehalfOf: null,
    language: 'en',
    clients: ['app'],
    scopes: [scope],
  })
  const opened = (scope: string) =>
    definitions.filter(definition => findScopeProblem(by(scope), definition.scope) === null).map(({ name }) => name)
  const declaring = (...scopes: readonly (string | undefined)[]) =>
    definitions.filter(({ scope }) => scopes.includes(scope)).map(({ name }) => name)
  for (const scope of [...apiScopes, walletScope]) expect(opened(scope)).toEqual(declaring(scope, openScope))
  expect(definitions.length).toBeGreaterThan(200)
})

/** What the portal calls and an application does in another way. */
const otherWays: Readonly<Record<string, string>> = {
  'identity.act-for': 'a token is exchanged for one in the name of another (RFC 8693, `requested_subject`)',
  'identity.sign-out': 'tokens are revoked (RFC 7009)',
}

test('the public API does all that the portal does: each operation that it calls is open to an application', () => {
  const portal = new URL('../../apps/portal/src/', import.meta.url)
  const text = readdirSync(portal, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.(test|fixture)\./.test(file))
    .map(file => readFileSync(new URL(file, portal), 'utf8'))
    .join('\n')
  const called = modules.flatMap(({ name, contract }) => {
    const imports = [...text.matchAll(new RegExp(`import \\{([^}]*)\\} from '@tereze/${name}/contract'`, 'g'))]
    const names = imports.flatMap(([, list = '']) => list.split(',').map(each => each.trim()))
    return [...new Set(names)].flatMap(each => {
      const found = contract[each]
      return typeof found === 'object' && found !== null && 'permission' in found && 'name' in found ? [found] : []
    })
  }) as { name: string; scope?: string }[]
  expect(called.length).toBeGreaterThan(50)
  const closed = called.filter(({ name, scope }) => scope === undefined && !(name in otherWays))
  expect(closed.map(({ name }) => name)).toEqual([])
})
