import { resolve } from 'node:path'
import { getDraft, saveFiles } from '@tereze/studio/contract'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { readArgs } from '../read-args.ts'
import { decidePush } from '../remote/decide-exchange.ts'
import { RemoteRefused, remoteAt } from '../remote/remote.ts'
import { knownOf, mustNote, readWorking, sha256, writeNote } from '../remote/working-folder.ts'

const usage = '[FOLDER] [--json]'

/** Saves what was changed in a folder into its draft. */
export const push: Command = {
  name: 'push',
  usage,
  does: 'Saves what was changed in a pulled folder into its draft in Studio, all files or none: one that somebody else saved meanwhile is told, and nothing is overwritten.',
  async run(args, io) {
    const given = readArgs(args, `push ${usage}`, 1)
    const folder = resolve(given.words[0] ?? '.')
    const note = await mustNote(folder)
    const { organisation, draft } = note
    const here = await readWorking(folder)
    const files = decidePush(here, knownOf(note), sha256)
    if (files.length === 0) {
      if (given.json) io.line(JSON.stringify({ draft, revision: note.revision, saved: [] }))
      else io.line('Nothing was changed here.')
      return exitCodes.done
    }
    const remote = await remoteAt(note.server)
    try {
      await remote.call(saveFiles, { organisation, draft, files })
    } catch (error) {
      if (!(error instanceof RemoteRefused) || error.code !== 'studio.file-changed') throw error
      const { path, by, at } = error.params
      throw new NotPossible(
        `${String(path)} was saved by somebody else (${String(by)}, ${String(at)}) since it was pulled`,
        'Nothing was saved. Run tereze pull to take what others changed, then push again.',
      )
    }
    const now = await remote.call(getDraft, { organisation, draft })
    const sent = new Map(files.map(({ path, text }) => [path, text]))
    // What others saved in this very moment was not pulled: it stays as it was known.
    const known = now.files.flatMap(({ path, text, revision }) => {
      const before = note.files[path]
      if (here.get(path) === text) return [[path, { revision, sha256: sha256(text) }] as const]
      return before === undefined || sent.has(path) ? [] : [[path, before] as const]
    })
    await writeNote(folder, { ...note, revision: now.draft.revision, files: Object.fromEntries(known) })
    if (given.json) io.line(JSON.stringify({ draft, revision: now.draft.revision, saved: [...sent.keys()] }))
    else io.line(`Saved as revision ${now.draft.revision}: ${[...sent.keys()].join(', ')}`)
    return exitCodes.done
  },
}
