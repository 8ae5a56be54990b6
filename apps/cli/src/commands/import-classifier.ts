import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  classifierFormats,
  decideEdition,
  GarAddresses,
  type GatheredAddress,
  readClassifier,
  readGar,
  type TableFormat,
} from '@tereze/classifiers'
import { codeRows, codesRegister, heldCodes } from '../classifiers/classifier-codes.ts'
import { addressRegister, addressRows, heldAddresses } from '../classifiers/gar-rows.ts'
import { loadRows } from '../classifiers/load-rows.ts'
import { faultInWords } from '../classifiers/words-of-faults.ts'
import { type Command, exitCodes, type Io, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { type Args, readArgs, required } from '../read-args.ts'
import { caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const formats = [...classifierFormats.keys(), 'gar'].join('|')
const usage = `${formats} FILE... [--classifier ID] [--from DATE] [--changes] [--dry-run] [--region ID] [--division municipal] [--as ROLE] [--json]`
const typed = `classifier import ${usage}`
const most = 1_000

/** A fault of a file, told with its line. */
interface Fault {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly says: string
}

/** What an import did, or would do. */
interface Told {
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly Fault[]
}

type Opened = Awaited<ReturnType<typeof openPlatform>>['platform']

function tell({ counts, faults }: Told, { isDryRun, json }: { isDryRun: boolean; json: boolean }, io: Io): number {
  if (json) io.line(JSON.stringify({ state: isDryRun ? 'checked' : 'done', ...counts, faults }))
  else {
    for (const { file, line, column, says } of faults)
      io.line(`${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` ${column}`}: ${says}`)
    const counted = Object.entries(counts).map(([what, number]) => `${number} ${what}`)
    io.line(`${isDryRun ? 'Checked, nothing written' : 'Loaded'}: ${counted.join(', ')}.`)
  }
  return faults.length === 0 ? exitCodes.done : exitCodes.failed
}

async function importCodes(platform: Opened, given: Args, format: TableFormat, path: string): Promise<Told> {
  const from = required(given.text('from'), '--from (the first day of the edition)', typed)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from))
    throw new UsageWrong(`--from is a date like 2026-01-01`, `Usage: tereze ${typed}`)
  const own = format.id === 'codes' ? undefined : format.id
  const classifier = required(given.text('classifier') ?? own, '--classifier', typed)
  const file = basename(path)
  const read = await readClassifier(format, await readFile(path), file)
  if ('fault' in read) {
    const columns = 'columns' in read ? `: ${read.columns.join(', ')}` : ''
    throw new NotPossible(`${file}: ${faultInWords(read.fault)}${columns}`, 'Nothing was written.')
  }
  const organisation = keeperOf(platform, codesRegister)
  const calls = caller(platform, officialAtTheCommandLine(organisation, given.text('as') ?? 'data-steward'))
  const held = await heldCodes(calls, organisation, classifier)
  const { written, same } = decideEdition(held, read.rows, { from, isFull: !given.flag('changes') })
  const place = { organisation, register: codesRegister, name: `${classifier} ${from}` }
  const loaded = await loadRows(platform, calls, place, codeRows(classifier, written), 'code', given.flag('dry-run'))
  const refused = new Set(loaded.refused.map(({ place: at }) => at))
  const of = (change: string) => written.filter((code, at) => code.change === change && !refused.has(at)).length
  const faults = [
    ...read.problems.map(({ row, column, code, value }) => ({
      file,
      line: row,
      column,
      says: faultInWords(code) + (value === null || value === '' ? '' : ` (${value})`),
    })),
    ...loaded.refused.map(({ place: at, column, says }) => ({ file, line: written[at]?.row ?? null, column, says })),
  ]
  const counts = { new: of('new'), changed: of('changed'), ended: of('ended'), withdrawn: of('withdrawn') }
  return { counts: { ...counts, 'as they were': same, refused: faults.length }, faults }
}

async function importAddresses(platform: Opened, given: Args, paths: readonly string[]): Promise<Told> {
  const division = given.text('division') ?? 'administrative'
  if (division !== 'administrative' && division !== 'municipal')
    throw new UsageWrong('--division is administrative or municipal', `Usage: tereze ${typed}`)
  const organisation = keeperOf(platform, addressRegister)
  const calls = caller(platform, officialAtTheCommandLine(organisation, given.text('as') ?? 'registrar'))
  const addresses = new GarAddresses(division)
  for await (const address of heldAddresses(calls, organisation)) addresses.hold(address)
  const faults: Fault[] = []
  for (const path of paths) {
    const file = basename(path)
    for await (const { records, faults: broken } of readGar(createReadStream(path))) {
      for (const record of records) addresses.take(record)
      for (const { line, code, attribute } of broken)
        faults.push({ file, line, column: attribute, says: faultInWords(code) })
    }
  }
  const { addresses: found, unplaced } = addresses.gather()
  for (const { object, line, code, parent } of unplaced)
    faults.push({ file: `object ${object}`, line, column: parent, says: faultInWords(code) })
  const place = { organisation, register: addressRegister, name: 'gar' }
  const rows = addressRows(found, given.text('region') ?? null)
  const loaded = await loadRows(platform, calls, place, rows, null, given.flag('dry-run'))
  const at = (index: number): GatheredAddress | undefined => found[index]
  for (const { place: index, column, says } of loaded.refused)
    faults.push({ file: `object ${at(index)?.object ?? ''}`, line: at(index)?.line ?? null, column, says })
  return { counts: { new: loaded.added, changed: loaded.changed, refused: faults.length }, faults }
}

/** Loads a classifier, or addresses, as their publisher writes them. */
export const importClassifier: Command = {
  name: 'classifier import',
  usage,
  does: 'Loads an edition of a classifier, or files of the Russian address register (gar), and says what it changes; each broken row with its line.',
  async run(args, io) {
    const given = readArgs(args, typed, most, {
      classifier: 'text',
      from: 'text',
      changes: 'flag',
      'dry-run': 'flag',
      region: 'text',
      division: 'text',
      as: 'text',
    })
    const [wanted, ...paths] = given.words
    const name = required(wanted, 'the format', typed)
    const path = required(paths[0], 'FILE', typed)
    const format = classifierFormats.get(name)
    if (format === undefined && name !== 'gar')
      throw new UsageWrong(`there is no format ${name}`, `Formats: ${formats.replaceAll('|', ', ')}.`)
    if (format !== undefined && paths.length > 1)
      throw new UsageWrong('an edition of a classifier is one file', `Usage: tereze ${typed}`)
    for (const one of paths)
      await access(one).catch(() => {
        throw new UsageWrong(`there is no file ${one}`, 'Give the path of a file.')
      })
    const { platform, close } = await openPlatform(configuration())
    try {
      const told =
        format === undefined
          ? await importAddresses(platform, given, paths)
          : await importCodes(platform, given, format, path)
      return tell(told, { isDryRun: given.flag('dry-run'), json: given.json }, io)
    } finally {
      await close()
    }
  },
}
