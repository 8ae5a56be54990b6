import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Policy } from '@tereze/access-policy'

/** A question without a condition: what every engine can be asked alike. */
export interface PlainQuestion {
  /** `role:…`, `person`, `system:…`, `anonymous`. */
  readonly subject: string
  /** The organisation of who asks; empty: none. */
  readonly home: string
  readonly permission: string
  readonly tenant: string
}

/** An engine that answers plain questions. */
export interface Peer {
  readonly name: string
  readonly decide: (question: PlainQuestion) => boolean
}

/** The rules that hold without a condition, at home or anywhere. */
export function plainRules({ rules }: Policy): Policy['rules'] {
  return rules.filter(({ when, within, emergency, where }) => {
    const isPlain = when === undefined && within === undefined && emergency !== true
    return isPlain && where !== 'own-branch'
  })
}

async function load(name: string, folder: string): Promise<Record<string, unknown>> {
  const from = createRequire(join(folder, 'package.json'))
  return (await import(pathToFileURL(from.resolve(name)).href)) as Record<string, unknown>
}

interface Casbin {
  newModelFromString(text: string): unknown
  newEnforcer(model: unknown): Promise<{
    addPolicies(rows: string[][]): Promise<boolean>
    enforceSync(...request: string[]): boolean
  }>
}

const casbinModel = `
[request_definition]
r = subject, home, permission, tenant
[policy_definition]
p = subject, permission, place
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.permission == p.permission && (r.subject == p.subject || p.subject == "anyone") && (p.place == "any" || r.home == r.tenant)
`

async function casbinPeer(module: Record<string, unknown>, policy: Policy): Promise<Peer> {
  const casbin = module as unknown as Casbin
  const enforcer = await casbin.newEnforcer(casbin.newModelFromString(casbinModel))
  const rows = plainRules(policy).flatMap(({ permissions, who, where }) =>
    who.flatMap(subject =>
      permissions.map(permission => [subject, permission, where === 'any-organisation' ? 'any' : 'own']),
    ),
  )
  await enforcer.addPolicies([...new Map(rows.map(row => [row.join(' '), row])).values()])
  return {
    name: 'casbin',
    decide: ({ subject, home, permission, tenant }) => enforcer.enforceSync(subject, home, permission, tenant),
  }
}

interface Cedar {
  preparsePolicySet(id: string, policies: object): { type: string }
  statefulIsAuthorized(call: object): { type: string; response?: { decision: string } }
}

function cedarPeer(module: Record<string, unknown>, policy: Policy): Peer {
  const cedar = module as unknown as Cedar
  const texts = plainRules(policy).flatMap(({ permissions, who, where }) =>
    who.map(subject => {
      const principal = subject === 'anyone' ? 'principal' : `principal == Subject::"${subject}"`
      const actions = permissions.map(permission => `Action::"${permission}"`).join(', ')
      const when = where === 'any-organisation' ? '' : ' when { context.home == context.tenant }'
      return `permit(${principal}, action in [${actions}], resource)${when};`
    }),
  )
  const parsed = cedar.preparsePolicySet('bench', { staticPolicies: texts.join('\n') })
  if (parsed.type !== 'success') throw new Error(`cedar does not take the policy: ${JSON.stringify(parsed)}`)
  return {
    name: 'cedar-wasm',
    decide: ({ subject, home, permission, tenant }) => {
      const answer = cedar.statefulIsAuthorized({
        principal: { type: 'Subject', id: subject },
        action: { type: 'Action', id: permission },
        resource: { type: 'Organisation', id: tenant },
        context: { home, tenant },
        preparsedPolicySetId: 'bench',
        entities: [],
      })
      if (answer.response === undefined) throw new Error(`cedar gives no answer: ${JSON.stringify(answer)}`)
      return answer.response.decision === 'allow'
    },
  }
}

/** The engines that the policy is compared with, each with the same plain rules. */
export async function loadPeers(folder: string, policy: Policy): Promise<Peer[]> {
  return [
    await casbinPeer(await load('casbin', folder), policy),
    cedarPeer(await load('@cedar-policy/cedar-wasm/nodejs', folder), policy),
  ]
}
