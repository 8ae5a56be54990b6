import {
  type CompiledPolicy,
  compilePolicy,
  type Parents,
  type Policy,
  type PolicyCases,
  PolicyWrong,
} from '@tereze/access-policy'
import { PackageUnreadable, readContent } from '@tereze/catalogue'
import { NotPossible } from '../command.ts'

/** The access policy of a content folder, made ready, with its words and its cases. */
export interface ContentPolicy {
  readonly policy: CompiledPolicy
  readonly cases: readonly { readonly file: string; readonly cases: PolicyCases }[]
  /** What a rule says of itself, in English. */
  say(key: string): string
}

function parse(file: string, text: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(text ?? '') as Record<string, unknown>
  } catch (error) {
    throw new PackageUnreadable(file, error instanceof Error ? error.message : 'not JSON')
  }
}

function parentsIn(files: Readonly<Record<string, string>>, folder: string): Parents {
  const organisations = Object.entries(files).filter(([path]) => /^[a-z0-9-]+\.json$/.test(path))
  return new Map(
    organisations.flatMap(([path, text]) => {
      const { id, parent } = parse(`${folder}/${path}`, text)
      return typeof parent === 'string' ? [[String(id), parent] as const] : []
    }),
  )
}

function compiled(policy: Policy, parents: Parents): CompiledPolicy {
  try {
    return compilePolicy(policy, parents)
  } catch (error) {
    if (error instanceof PolicyWrong) throw new NotPossible(error.message, 'Run: tereze check content/access')
    throw error
  }
}

/**
 * Reads the access policy of a content folder; null when it has none.
 * @throws PackageUnreadable naming the file that is not JSON.
 * @throws NotPossible when the policy has a mistake.
 */
export async function readPolicy(root: string): Promise<ContentPolicy | null> {
  const sources = await readContent(root)
  const pack = sources.find(({ kind }) => kind === 'access')
  if (pack === undefined) return null
  const { files, folder } = pack
  const organisations = sources.find(({ kind }) => kind === 'organisation')
  const parents = organisations === undefined ? new Map() : parentsIn(organisations.files, organisations.folder)
  const words = parse(`${folder}/messages/en.json`, files['messages/en.json'])
  const cases = Object.entries(files)
    .filter(([path]) => path.endsWith('.access-case.json'))
    .map(([path, text]) => ({
      file: `${folder}/${path}`,
      cases: parse(`${folder}/${path}`, text) as unknown as PolicyCases,
    }))
  const policy = parse(`${folder}/policy.json`, files['policy.json']) as unknown as Policy
  return { policy: compiled(policy, parents), cases, say: key => String(words[key] ?? key) }
}
