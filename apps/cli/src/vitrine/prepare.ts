import { type Config, environment, readConfig } from '@tereze/foundation-config'
import { type OutsideRelation, openOutsideStructure, type ViewName } from '@tereze/foundation-database'
import { findProblems } from '@tereze/foundation-operations'
import { type ContractPackage, composeContract, Vitrine } from '@tereze/vitrine'
import { type Io, NotPossible, UsageWrong } from '../command.ts'
import { readNamedFile } from '../read-file.ts'
import { type Known, readMeanings } from './known-meanings.ts'
import { addressOf, must } from './outside-database.ts'
import { faultLine, tooMuch } from './words-of-faults.ts'

/** A vitrine that may be published: its file, the contract made of it, and where its database is. */
export interface Prepared {
  readonly vitrine: Vitrine
  readonly made: ContractPackage
  readonly url: string
  readonly known: Known
}

/** Schema and name of `schema.view`. */
export function viewName(view: string): ViewName {
  const [schema = '', name = ''] = view.split('.')
  return { schema, name }
}

/** Reads the file that a member filled in. @throws UsageWrong naming each place that is not as it must be. */
export async function readVitrine(file: string): Promise<Vitrine> {
  const text = await readNamedFile(file)
  const parse = (): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new UsageWrong(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`, 'Mend the file.')
    }
  }
  const value = parse()
  const wrong = findProblems(Vitrine, value)
  if (wrong.length > 0)
    throw new UsageWrong(
      wrong.map(({ pointer, code }) => `${file}#${pointer}  ${code}`).join('\n'),
      'Begin with: tereze vitrine inspect --system NAME --view SCHEMA.VIEW --provider ORGANISATION --out FILE',
    )
  return value as Vitrine
}

/** The view with its columns. @throws NotPossible when there is none, with the nearest that there are. */
export async function describeView(url: string, view: string): Promise<OutsideRelation> {
  const structure = openOutsideStructure({ url })
  try {
    const found = must(await structure.find(viewName(view)))
    if (found !== null) return found
    const there = must(await structure.list()).map(({ name }) => name)
    throw new NotPossible(
      `there is no view or table ${view}`,
      there.length === 0
        ? 'The role may read nothing at all: see tereze vitrine grants.'
        : `There is: ${there.slice(0, 20).join(', ')}`,
    )
  } finally {
    await structure.close()
  }
}

/** @throws NotPossible when the role behind an address may do more than read. */
export async function refuseWriter(url: string): Promise<void> {
  const structure = openOutsideStructure({ url })
  try {
    const role = must(await structure.role())
    const more = tooMuch(role)
    if (more.length > 0)
      throw new NotPossible(
        `the role ${role.name} does more than read: ${more.join('; ')}`,
        'Give TEREZE_OUTSIDE_SYSTEMS a role that may only read; its statements: tereze vitrine grants FILE --role NAME',
      )
  } finally {
    await structure.close()
  }
}

/**
 * Everything that has to hold before a view is exposed: the role only reads, the view and its columns are there, each column has a
 * meaning that goes with its type.
 * @throws NotPossible having told every fault.
 */
export async function prepare(file: string, root: string, io: Io): Promise<Prepared> {
  const config: Pick<Config, 'outsideSystems'> = readConfig(environment())
  const vitrine = await readVitrine(file)
  const url = addressOf(vitrine.system, config)
  await refuseWriter(url)
  const relation = await describeView(url, vitrine.view)
  const known = await readMeanings(root)
  const made = composeContract(vitrine, relation, known)
  if ('faults' in made) {
    for (const fault of made.faults) io.note(`${file}#${faultLine(fault)}`)
    throw new NotPossible(
      `${made.faults.length === 1 ? 'one thing is' : `${made.faults.length} things are`} in the way of ${vitrine.id}`,
      `Mend ${file}.`,
    )
  }
  return { vitrine, made, url, known }
}
