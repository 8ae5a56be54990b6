import { join, relative, resolve } from 'node:path'
import { checkSources, type Findings, hashOf, type PackageSource, readContent, readFormats } from '@tereze/catalogue'
import {
  type Change,
  compareRegulations,
  type FileOutcome,
  generatePackage,
  readSource,
  recordFile,
  regenerate,
  regulationSource,
  surroundingsOf,
} from '@tereze/regulation'
import { supports } from '@tereze/server'
import { type Command, exitCodes, type Io } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { lineOfProblem } from '../line-of-problem.ts'
import { readArgs, required } from '../read-args.ts'
import { readLanguage, readRegulation, tellProblems } from '../regulations/read-regulation.ts'
import { filesOf, writePackage } from '../regulations/write-package.ts'
import { count } from '../words-of-codes.ts'

const usage =
  '--from FILE [--base FILE] [--out DIR] [--content DIR] [--dry-run] [--take FILE#PLACE]... [--keep FILE#PLACE]... [--language en|ru|kk] [--json]'
const typed = `create service ${usage}`

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain
}

function lineOfChange(path: string, { place, from, to }: Change): string {
  const where = `${path}${place === '' ? '' : `#${place}`}`
  if (from === undefined) return `  + ${where}: ${shown(to)}`
  return to === undefined ? `  - ${where}: ${shown(from)}` : `  ~ ${where}: ${shown(from)} → ${shown(to)}`
}

/** The package among the others, as the check sees it. */
async function findingsOf(root: string, sources: readonly PackageSource[], pack: PackageSource): Promise<Findings> {
  const beside = sources.filter(({ kind, id }) => kind !== pack.kind || id !== pack.id)
  return checkSources([pack], await readFormats(`${root}/format`), supports, beside)
}

/** The package as it will be: what was generated, and what else lies in its folder. */
function sourceOf(
  id: string,
  version: string,
  folder: string,
  current: Readonly<Record<string, string>>,
  files: readonly FileOutcome[],
): PackageSource {
  const { [recordFile]: _record, ...kept } = current
  const whole: Record<string, string> = { ...kept }
  for (const { path, text } of files) {
    if (text === null) delete whole[path]
    else whole[path] = text
  }
  return { kind: 'service', id, version, hash: hashOf(whole), folder, files: whole }
}

function tell(files: readonly FileOutcome[], dry: boolean, io: Io): void {
  for (const { path, state, changes } of files) {
    if (state === 'same') continue
    io.line(`${state.padEnd(7)} ${path}`)
    if (state === 'changed' || dry)
      for (const change of state === 'changed' ? changes : []) io.line(lineOfChange(path, change))
  }
  for (const { path, conflicts } of files)
    for (const { place, mine, theirs } of conflicts) {
      io.line(`conflict ${path}#${place}`)
      io.line(`  edited by hand: ${shown(mine)}`)
      io.line(`  the regulation: ${shown(theirs)}`)
    }
}

/** The regulation itself: it lies in the package that is made from it, as it was written. */
function sourceFile(current: Readonly<Record<string, string>>, text: string): FileOutcome {
  const before = current[regulationSource]
  const state = before === undefined ? 'new' : before === text ? 'same' : 'changed'
  const read = (json: string): unknown => JSON.parse(json)
  const changes = before === undefined || state === 'same' ? [] : compareRegulations(read(before), read(text))
  return { path: regulationSource, state, text, changes, conflicts: [], edited: false }
}

/** Makes a service package from a digital regulation, or makes it anew and keeps what was edited by hand. */
export const createServiceFromRegulation: Command = {
  name: 'create service',
  usage,
  does: 'Makes a service package from a digital regulation: form, sources, decisions, documents, words, stories. Made anew it keeps edits by hand and names conflicts; --dry-run writes nothing.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, {
      from: 'text',
      base: 'text',
      out: 'text',
      content: 'text',
      'dry-run': 'flag',
      take: 'list',
      keep: 'list',
      language: 'text',
    })
    const from = required(given.text('from'), '--from', typed)
    const language = readLanguage(given.text('language'), 'en')
    const dry = given.flag('dry-run')
    const { root } = await findContent(given.text('content'))
    const sources = await readContent(root)
    const { text, regulation, problems } = await readRegulation(from, given.text('base'), sources)
    const generated =
      problems.length > 0
        ? { ok: false as const, problems }
        : generatePackage(regulation, surroundingsOf(sources.map(readSource)))
    if (!generated.ok) {
      if (given.json) io.line(JSON.stringify({ problems: generated.problems }))
      else {
        tellProblems(from, generated.problems, language, io)
        io.line(`${count(generated.problems.length, 'problem')}; nothing was written`)
      }
      return exitCodes.failed
    }
    const { id, version, domain } = generated.regulation
    const folder = resolve(given.text('out') ?? join(root, 'services', domain, id))
    const current = await filesOf(folder)
    const result = regenerate(current, generated.files, { take: given.list('take'), keep: given.list('keep') })
    const made = [...result.files, sourceFile(current, text)]
    const within = relative(root, folder)
    const place = within.startsWith('..') ? `services/${domain}/${id}` : within
    const findings = await findingsOf(root, sources, sourceOf(id, version, place, current, made))
    const conflicts = made.flatMap(({ path, conflicts: list }) => list.map(one => ({ file: path, ...one })))
    if (!dry) await writePackage(folder, made, result.record)
    if (given.json) {
      const files = made.map(({ path, state, changes }) => ({ path, state, changes }))
      io.line(
        JSON.stringify({ folder, written: !dry, files, conflicts, problems: findings.problems, hints: findings.hints }),
      )
    } else {
      tell(made, dry, io)
      for (const problem of findings.problems) io.line(lineOfProblem(problem))
      const altered = made.filter(({ state }) => state !== 'same').length
      const edited = made.filter(one => one.edited).length
      io.line(
        `${folder}: ${count(altered, 'file')} ${dry ? 'would be written' : 'written'}, ${count(edited, 'file')} with edits by hand kept, ${count(conflicts.length, 'conflict')}, ${count(findings.problems.length, 'problem')}`,
      )
      if (conflicts.length > 0)
        io.line('Decide each: --take FILE#PLACE for the regulation, --keep FILE#PLACE for the edit.')
    }
    return findings.problems.length + conflicts.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
