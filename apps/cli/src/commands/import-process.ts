import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  type ImportReport,
  type ImportResult,
  importProcess,
  listingReasons,
  refusalReasons,
} from '@tereze/process-import'
import { type Command, exitCodes, type Io, NotPossible } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'

const usage = 'FILE [--form FILE]... [--out DIR] [--force] [--json]'
const typed = `process import ${usage}`

/** An extension element and what stands in it share a line where the same became of both. */
function withoutParts<Line extends { readonly element: string; readonly attribute?: string }>(
  lines: readonly Line[],
  outcome: (line: Line) => string,
): readonly Line[] {
  const said = new Map(lines.map(line => [`${line.element} ${line.attribute ?? ''}`, outcome(line)]))
  return lines.filter(line => {
    const around = `${line.element} ${line.attribute ?? ''}`.replace(/\/[^/]*$/, '')
    return said.get(around) !== outcome(line) || !line.attribute?.includes('/')
  })
}

function tell({ id, report }: ImportResult, io: Io): void {
  const { mapped, listed, refused, missing, renamed, untranslated } = report
  io.line(
    `${id || 'nothing'}: ${mapped.length} mapped, ${listed.length} listed, ${refused.length} refused, ${missing.length} missing`,
  )
  for (const { element, attribute, to } of withoutParts(mapped, line => line.to))
    io.line(`  mapped   ${element}  ${attribute} → ${to}`)
  for (const { element, attribute, why } of withoutParts(listed, line => line.why))
    io.line(`  listed   ${element}  ${attribute}: ${listingReasons[why]}`)
  for (const { element, attribute, reason } of withoutParts(refused, line => line.reason))
    io.line(
      `  refused  ${element}${attribute === undefined ? '' : `  ${attribute}`}: ${reason}. ${refusalReasons[reason]}`,
    )
  for (const { element, what, hint } of missing)
    io.line(`  missing  ${element}  ${what}${hint === '' ? '' : ` (${hint})`}`)
  for (const { kind, from, to } of renamed) io.line(`  renamed  ${kind}  ${from} → ${to}`)
  if (untranslated.length > 0) io.line(`  words    ${untranslated.length} in English only: ${untranslated.join(', ')}`)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Writes the files of a package; none when one of them is there already and may not be replaced. */
async function write(files: ImportResult['files'], out: string, force: boolean): Promise<readonly string[]> {
  const paths = Object.keys(files).map(path => join(out, path))
  if (!force) {
    const there = await Promise.all(paths.map(exists))
    const taken = paths.filter((_, index) => there[index])
    if (taken.length > 0)
      throw new NotPossible(`${taken.join(', ')} would be overwritten`, 'Choose another --out, or say --force.')
  }
  for (const [path, text] of Object.entries(files)) {
    const place = join(out, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text, { flag: force ? 'w' : 'wx' })
  }
  return paths
}

const failed = (report: ImportReport) => report.refused.length > 0

/** Imports a process of another product. */
export const importProcessCommand: Command = {
  name: 'process import',
  usage,
  does: 'Turns a model of Camunda 7 or 8 and its forms into a process package. Says what was mapped, listed, refused; writes only with --out.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { form: 'list', out: 'text', force: 'flag' })
    const file = required(given.words[0], 'FILE', typed)
    const xml = await readNamedFile(file)
    const forms = await Promise.all(
      given.list('form').map(async form => ({ name: basename(form), text: await readNamedFile(form) })),
    )
    const result = await importProcess({ xml, forms })
    const out = given.text('out')
    const written = out === undefined ? [] : await write(result.files, out, given.flag('force'))
    if (given.json) io.line(JSON.stringify({ process: result.id, written, ...result.report }))
    else {
      tell(result, io)
      if (written.length > 0) io.line(`${written.length} files written to ${out}`)
    }
    return failed(result.report) ? exitCodes.failed : exitCodes.done
  },
}
