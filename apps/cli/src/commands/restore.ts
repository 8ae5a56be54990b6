import { openRepository, restoreBackup } from '@tereze/foundation-backup'
import { masterKeyOf } from '@tereze/server'
import { backupFolderOf, tellProgress } from '../backup-place.ts'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'

const usage = '--into DIR [--from DIR] [--until TIME] [--json]'
const typed = `restore ${usage}`

function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  if (whole && !Number.isNaN(Date.parse(text))) return new Date(text)
  throw new UsageWrong(
    `--until "${text}" is no moment`,
    'Give date, time and zone, e.g. --until 2026-11-29T14:05:00+05:00',
  )
}

/** Restores a backup. */
export const restore: Command = {
  name: 'restore',
  usage,
  does: 'Restores database and files from a folder of backups into an empty data folder, as they are in the newest backup and the log after it, or as they were at a moment. Start the platform with that folder as TEREZE_DATA and the same master key.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { into: 'text', from: 'text', until: 'text' })
    const into = required(given.text('into'), '--into', typed)
    const until = momentOf(given.text('until'))
    const config = configuration()
    const from = backupFolderOf(config, given.text('from'), '--from', typed)
    const repository = await openRepository(from, await masterKeyOf(config), { make: false })
    const manifest = await restoreBackup({ repository, into, until, onProgress: tellProgress(io) })
    if (given.json) io.line(JSON.stringify({ backup: manifest, into, until: until?.toISOString() ?? null }))
    else io.line(`Restored ${manifest.id} into ${into}${until === null ? '' : `, as of ${until.toISOString()}`}`)
    return exitCodes.done
  },
}
