import { stat } from 'node:fs/promises'
import { readPackageFolder } from '@tereze/catalogue'
import { comparePackages, valuesOfChanges, writeChanges } from '@tereze/package-changes'
import { recordFile } from '@tereze/regulation'
import { getDraft } from '@tereze/studio/contract'
import { type Command, exitCodes, type Io, NotPossible, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'
import { readLanguage } from '../regulations/read-regulation.ts'
import { originOf, remoteAt } from '../remote/remote.ts'
import { readNote } from '../remote/working-folder.ts'

const usage = 'FOLDER|RELEASE [EARLIER FOLDER|RELEASE] [--language en|ru|kk] [--json]'
const typed = `diff ${usage}`

/** One side of a comparison. */
interface Side {
  readonly place: string
  readonly files: ReadonlyMap<string, string>
}

/** The files of a package, without what is no part of what is published. */
function sideOf(place: string, files: Iterable<readonly [string, string]>): Side {
  return { place, files: new Map([...files].filter(([path]) => path !== recordFile)) }
}

/** The files of a release file. @throws UsageWrong when it is none. */
async function readRelease(file: string, io: Io): Promise<Side> {
  const wrong = () =>
    new UsageWrong(`${file} is no release`, 'Give the folder of a package, or a file that tereze release export wrote.')
  let value: unknown
  try {
    value = JSON.parse(await readNamedFile(file))
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong()
    throw error
  }
  const { format, files } = (value ?? {}) as { format?: unknown; files?: unknown }
  if (format !== 'tereze-release-1' || typeof files !== 'object' || files === null) throw wrong()
  const texts = Object.entries(files)
  if (texts.some(([, text]) => typeof text !== 'string')) throw wrong()
  io.note(`${file}: the signature of a release is checked when it is imported, not here.`)
  return sideOf(file, texts)
}

/** The package at a place. @throws UsageWrong when nothing lies there; PackageUnreadable when the folder holds no package. */
async function readSide(place: string, io: Io): Promise<Side> {
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (found === null)
    throw new UsageWrong(`${place} is not there`, 'Give the folder of a package, or a release file that exists.')
  return found.isDirectory()
    ? sideOf(place, Object.entries((await readPackageFolder(place)).files))
    : readRelease(place, io)
}

/** The draft that a folder is a copy of, as it is on its platform now. @throws NotPossible when it is no copy. */
async function readDraft(folder: string): Promise<Side> {
  const note = await readNote(folder)
  if (note === null)
    throw new NotPossible(
      `${folder} is no copy of a draft, so that nothing says what to compare it with`,
      `Name the earlier folder or release. Usage: tereze ${typed}`,
    )
  const remote = await remoteAt(originOf(note.server, typed))
  const { draft, files } = await remote.call(getDraft, { organisation: note.organisation, draft: note.draft })
  const place = `${note.kind}/${note.package}, revision ${draft.revision}, at ${note.server}`
  return sideOf(
    place,
    files.map(({ path, text }) => [path, text] as const),
  )
}

/** Tells what a package says otherwise than an earlier state of it. */
export const diff: Command = {
  name: 'diff',
  usage,
  does: 'Tells what a package says otherwise than an earlier folder or release of it: regulations clause by clause, decisions rule by rule, small files, words and notices by what they mean. Without a second one it is compared with the draft that the folder was pulled from.',
  async run(args, io) {
    const given = readArgs(args, typed, 2, { language: 'text' })
    const language = readLanguage(given.text('language'), 'en')
    const place = required(given.words[0], 'FOLDER', typed)
    const after = await readSide(place, io)
    const before = await (given.words[1] === undefined ? readDraft(place) : readSide(given.words[1], io))
    const files = await comparePackages(before.files, after.files, language)
    if (given.json) {
      const told = files.map(one => ({
        ...one,
        values: valuesOfChanges(one.path, before.files.get(one.path), after.files.get(one.path)),
      }))
      io.line(JSON.stringify({ from: before.place, to: after.place, files: told }))
    } else for (const line of writeChanges(files, language)) io.line(line)
    return exitCodes.done
  },
}
