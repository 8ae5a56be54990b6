import { writeFile } from 'node:fs/promises'
import { findRelease, writeReleaseFile } from '@tereze/catalogue'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { packageOf } from './pull.ts'

const usage = 'KIND/ID@VERSION FILE [--json]'
const typed = `release export ${usage}`

/** Writes a published version as a signed file. */
export const releaseExport: Command = {
  name: 'release export',
  usage,
  does: 'Writes a published version of a package as one signed file, for another installation that trusts this one.',
  async run(args, io) {
    const given = readArgs(args, typed, 2)
    const [name = '', version] = required(given.words[0], 'KIND/ID@VERSION', typed).split('@')
    const file = required(given.words[1], 'FILE', typed)
    const { kind, package: id } = packageOf(name, typed)
    if (version === undefined) throw new UsageWrong(`${name} is without a version`, `Usage: tereze ${typed}`)
    const { platform, close } = await openPlatform(configuration())
    try {
      const release = await platform.runner
        .jobContext('release.export')
        .write('platform', ({ tx }) => findRelease(tx, kind, id, version))
      if (release === null) {
        const known = platform.packages.versions(kind, id).map(pack => pack.version)
        throw new NotPossible(
          `${name}@${version} is not published here`,
          known.length === 0 ? 'No version of it is.' : `Published: ${known.join(', ')}`,
        )
      }
      await writeFile(file, writeReleaseFile(release))
      if (given.json) io.line(JSON.stringify({ kind, id, version, hash: release.hash, file }))
      else io.line(`${name}@${version} (${release.hash}) lies in ${file}`)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
