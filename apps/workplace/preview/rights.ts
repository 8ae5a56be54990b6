import { readFileSync } from 'node:fs'
import {
  beginEmergency,
  type Emergency,
  endEmergency,
  explainAccess,
  listEmergencies,
  listOwnEmergencies,
  listPermissions,
  reviewEmergency,
} from '@tereze/access/contract'
import { compilePolicy, decideAccess, lookAtRules, type Policy } from '@tereze/access-policy'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import type { SampleHandler } from '../../../tools/web/no.ts'
import { me } from './people.ts'
import { organisation } from './tasks.ts'

type Handler = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const content = new URL('../../../content/access/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, content), 'utf8'))

/** The published policy, answered by the engine itself, and emergencies in memory: one over, one reviewed. */
export function sampleRights(now: Date, handler: Handler): SampleHandler[] {
  const policy = compilePolicy(read('policy.json') as Policy)
  const messages = { en: read('messages/en.json'), ru: read('messages/ru.json'), kk: read('messages/kk.json') }
  const say = (key: string) => ({ en: messages.en[key], ru: messages.ru[key], kk: messages.kk[key] })
  const wordsOf = (keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, say(key)]))
  const official = { kind: 'official', id: me.official, session: '', assurance: 'high', unit: 'north' } as const
  const id = (number: number) => `emergency_01960000-0000-7000-8000-00000000000${number}`
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
  const before: Emergency = {
    emergency: id(1),
    organisation,
    official: 'official_01960000-0000-7000-8000-0000000000aa',
    roles: ['case-worker'],
    reason: 'A lost child is at the counter and cannot say whose it is',
    about: null,
    begun: ago(180),
    until: ago(150),
    ended: ago(160),
    state: 'over',
    review: null,
  }
  const emergencies: Emergency[] = [before]
  const change = (emergency: string, part: Partial<Emergency>) => {
    const at = emergencies.findIndex(one => one.emergency === emergency)
    emergencies[at] = { ...(emergencies[at] ?? before), ...part }
    return { emergency }
  }
  return [
    handler(listPermissions, () => {
      const items = [...policy.byPermission].map(([permission, rules]) => ({
        permission,
        rules: rules.map(({ source: { id: rule, why } }) => ({ rule, why })),
      }))
      const roles = ['case-worker', 'head', 'registrar', 'auditor', 'security-officer']
      return { policyVersion: policy.version, items, roles, words: wordsOf(roles.map(role => `role.${role}`)) }
    }),
    handler(explainAccess, ({ permission, organisation: tenant, input, as }) => {
      const office = as ?? { organisation, roles: ['case-worker'] }
      const actor = {
        ...official,
        language: 'en',
        clients: [],
        organisation: office.organisation,
        roles: office.roles,
      } as const
      const question = { actor, permission, tenant, input }
      const looked = lookAtRules(policy, question)
      return { ...decideAccess(policy, question), looked, words: wordsOf(looked.map(({ why }) => why)) }
    }),
    handler(listOwnEmergencies, () => ({ items: emergencies.filter(one => one.official === me.official), next: null })),
    handler(listEmergencies, () => ({ items: emergencies.filter(one => one.review === null), next: null })),
    handler(beginEmergency, ({ reason, minutes }) => {
      const begun = {
        ...before,
        emergency: id(2),
        official: me.official,
        reason,
        state: 'running',
        ended: null,
      } as const
      const until = new Date(now.getTime() + minutes * 60_000).toISOString()
      emergencies.unshift({ ...begun, begun: ago(0), until })
      return { emergency: begun.emergency, until }
    }),
    handler(endEmergency, ({ emergency }) => change(emergency, { state: 'over', ended: ago(0) })),
    handler(reviewEmergency, ({ emergency, justified, remark }) =>
      change(emergency, {
        state: justified ? 'justified' : 'unjustified',
        review: { by: me.official, at: ago(0), remark },
      }),
    ),
  ]
}
