import { hashOf, type NotTaken, readReleaseFile } from '@tereze/catalogue'
import { packageDesk } from '@tereze/catalogue/contract'
import { installationOf } from '@tereze/server'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { lineOfProblem } from '../line-of-problem.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'

const usage = 'FILE [--json]'
const typed = `release import ${usage}`

const words: Readonly<Record<NotTaken, string>> = {
  'release.unreadable': 'it is no release',
  'release.key-unknown': 'none of the keys of TEREZE_RELEASE_KEYS signed it',
  'release.not-from-test': 'it was not published on a test installation (TEREZE_ENVIRONMENT=test)',
}

/** Publishes a release of a test installation that this one trusts. */
export const releaseImport: Command = {
  name: 'release import',
  usage,
  does: 'Publishes a release file of a test installation whose key stands in TEREZE_RELEASE_KEYS: its signature and every file are checked, then the package beside what is published. Nodes that run take it up within seconds.',
  async run(args, io) {
    const given = readArgs(args, typed, 1)
    const file = required(given.words[0], 'FILE', typed)
    const text = await readNamedFile(file)
    const config = configuration()
    const { releaseKeys } = await installationOf(config)
    if (releaseKeys === null)
      throw new NotPossible(
        'this installation trusts no other',
        'Give the file of keys in TEREZE_RELEASE_KEYS: what tereze release keys prints at the test installation.',
      )
    const source = await readReleaseFile(text, releaseKeys, hashOf)
    if ('problem' in source)
      throw new NotPossible(`${file} is not taken: ${words[source.problem]}`, 'Nothing was published.')
    const { platform, close } = await openPlatform(config)
    try {
      const { published, problems } = await platform.runner
        .jobContext('release.import')
        .write('platform', async context => {
          const desk = context.port(packageDesk)
          const found = await desk.check(source)
          return found.problems.length > 0 ? { published: [], problems: found.problems } : desk.publish(context, source)
        })
      if (problems.length > 0)
        throw new NotPossible(
          `${file} is not published: ${problems.length} problems`,
          problems.map(problem => lineOfProblem(problem)).join('\n'),
        )
      const name = `${source.kind}:${source.id}@${source.version}`
      if (given.json) io.line(JSON.stringify({ release: name, hash: source.hash, published }))
      else io.line(published.length > 0 ? `Published ${name}.` : `${name} was published before, as it is.`)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
