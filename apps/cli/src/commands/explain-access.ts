import { decideAccess, type LookedAt, lookAtRules } from '@tereze/access-policy'
import type { Actor } from '@tereze/operation'
import { readPolicy } from '../access/published-policy.ts'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { type Args, readArgs, readJsonObject, required } from '../read-args.ts'

const usage =
  'PERMISSION --organisation ORG (--role ROLE … [--of ORG] [--territory CODE] [--unit UNIT] [--emergency] | --person ID [--for ID] | --system ROLE [--of ORG] | --nobody) [--input JSON] [--content FOLDER] [--json]'
const typed = `access explain ${usage}`

/** Who asks, as the options say; exactly one kind. */
function actorOf(given: Args, organisation: string): Actor {
  const roles = given.list('role')
  const [person, system] = [given.text('person'), given.text('system')]
  const kinds = [roles.length > 0, person !== undefined, system !== undefined, given.flag('nobody')]
  if (kinds.filter(Boolean).length !== 1)
    throw new UsageWrong('say who asks, in one way', 'Give --role (once or more), --person, --system or --nobody.')
  const base = { language: 'en', clients: ['command-line'] } as const
  const of = given.text('of') ?? organisation
  if (person !== undefined) {
    const onBehalfOf = given.text('for') ?? null
    return { ...base, kind: 'person', id: person, session: '', assurance: 'high', onBehalfOf }
  }
  if (system !== undefined)
    return { ...base, kind: 'system', id: `system:${system}`, organisation: of, roles: [system] }
  if (given.flag('nobody')) return { ...base, kind: 'anonymous', id: 'anonymous' }
  const [unit, territory] = [given.text('unit') ?? null, given.text('territory') ?? null]
  const office = { organisation: of, unit, territory, roles }
  return { ...base, kind: 'official', id: 'official_supposed', session: '', assurance: 'high', ...office }
}

/** What a rule that did not allow would need. */
const needs: Readonly<Record<string, (rule: LookedAt) => string>> = {
  'rule-allows': () => 'allows',
  'not-your-role': ({ who }) => `is for ${who.join(', ')}`,
  'other-organisation': ({ where }) =>
    where === 'own-branch' ? 'holds in one’s own organisation and below it' : 'holds in one’s own organisation',
  'other-territory': () => 'holds within the territory of the office',
  'condition-not-met': ({ condition, read }) =>
    `needs ${condition} (${read.map(({ path, value }) => `${path} is ${value}`).join(', ')})`,
  'emergency-only': () => 'needs a declared emergency',
}

/** Explains an answer of the access policy of a content folder. */
export const explainAccess: Command = {
  name: 'access explain',
  usage,
  does: 'Says whether the access policy of a content folder allows something, which rules were looked at, and what each would need.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, {
      organisation: 'text',
      role: 'list',
      of: 'text',
      unit: 'text',
      territory: 'text',
      emergency: 'flag',
      person: 'text',
      for: 'text',
      system: 'text',
      nobody: 'flag',
      input: 'text',
      content: 'text',
    })
    const permission = required(given.words[0], 'PERMISSION', typed)
    const organisation = required(given.text('organisation'), '--organisation', typed)
    const actor = actorOf(given, organisation)
    const input = readJsonObject(given.text('input') ?? '{}', '--input')
    const found = await readPolicy((await findContent(given.text('content'))).root)
    if (found === null) throw new NotPossible('the content has no access policy', 'It lies in access/policy.json.')
    const question = { actor, permission, tenant: organisation, input, emergency: given.flag('emergency') }
    const answer = decideAccess(found.policy, question)
    const looked = lookAtRules(found.policy, question)
    if (given.json) io.line(JSON.stringify({ ...answer, looked }))
    else {
      io.line(`${answer.allowed ? '✓ allowed' : '✗ denied'}: ${permission} at ${organisation} (${answer.because})`)
      for (const rule of looked) {
        io.line(
          `  ${rule.result === 'rule-allows' ? '✓' : '✗'} ${rule.rule}: ${needs[rule.result]?.(rule) ?? rule.result}`,
        )
        io.line(`      ${found.say(rule.why)}`)
      }
      if (looked.length === 0) io.line('  no rule names this permission')
    }
    return answer.allowed ? exitCodes.done : exitCodes.failed
  },
}
