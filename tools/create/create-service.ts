import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Created } from './created.ts'
import { fillTemplates } from './fill-templates.ts'
import { assertKebab, NameProblem, words } from './names.ts'

const personContract = 'contracts/civil-registry.person/contract.json'

/**
 * A service package that already works: a question, a fact that is fetched, a decision with a refusal, a result, words in
 * three languages and a story for each outcome. `npm run create service social-support/school-meals --owner education`.
 */
export function createService(project: string, args: readonly string[]): Created {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { owner: { type: 'string', default: 'social-protection' } },
  })
  const [domain, id, ...rest] = (positionals[0] ?? '').split('/')
  if (!id || rest.length > 0) {
    throw new NameProblem(
      `A service is domain/id, such as "social-support/school-meals"; got "${positionals[0] ?? ''}".`,
    )
  }
  const owner = assertKebab(values.owner, 'The owner of a service')
  if (!existsSync(join(project, 'content/organisations', `${owner}.json`))) {
    throw new NameProblem(`There is no organisation "${owner}" in content/organisations; the owner is who decides.`)
  }
  const folder = `content/services/${assertKebab(domain, 'The domain of a service')}/${assertKebab(id, 'The id of a service')}`
  const title = `${words(id).charAt(0).toUpperCase()}${words(id).slice(1)}`
  const purpose = purposeOf(project, owner)
  const files = fillTemplates(join(import.meta.dirname, 'templates/service'), join(project, folder), project, {
    domain: domain ?? '',
    id,
    owner,
    title,
    purpose: purpose ?? 'case-handling',
  })
  const closed = `Let ${owner} ask for the applicant: add it to "access" of content/${personContract}; until then the stories fail`
  return {
    files,
    next: [
      ...(purpose === undefined ? [closed] : []),
      `npx tereze check ${folder}`,
      `npx tereze test ${folder}`,
      'Write the clauses of the act into regulation.json first; everything else refers to them',
      'Translate: the words in messages/ru.json and messages/kk.json are of the template',
    ],
  }
}

type Contract = { access: readonly { consumer: string; purpose: string }[] }

/** The purpose for which an organisation may ask who a person is; the civil registry answers nobody else. */
function purposeOf(project: string, owner: string): string | undefined {
  const contract = JSON.parse(readFileSync(join(project, 'content', personContract), 'utf8')) as Contract
  return contract.access.find(({ consumer }) => consumer === owner)?.purpose
}
