import { hashOf, type NotTaken, readReleaseFile } from '@tereze/catalogue'
import { packageDesk } from '@tereze/catalogue/contract'
import { installationOf } from '@tereze/server'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { lineOfProblem } from '../line-of-problem.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'
import { readLanguage } from '../regulations/read-regulation.ts'
import { toldOfRelease } from '../told-of-release.ts'

const usage = 'FILE [--language en|ru|kk] [--json]'
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
  does: 'Publishes a release file of a test installation whose key stands in TEREZE_RELEASE_KEYS: its signature and every file are checked, then the package beside what is published. What it says otherwise than the version before is told. Nodes that run take it up within seconds.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { language: 'text' })
    const language = readLanguage(given.text('language'), 'en')
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
      const { published, problems, before } = await platform.runner
        .jobContext('release.import')
        .write('platform', async context => {
          const desk = context.port(packageDesk)
          const before = await desk.find(context.tx, source.kind, source.id)
          const found = await desk.check(source)
          if (found.problems.length > 0) return { published: [], problems: found.problems, before }
          return { ...(await desk.publish(context, source)), before }
        })
      if (problems.length > 0)
        throw new NotPossible(
          `${file} is not published: ${problems.length} problems`,
          problems.map(problem => lineOfProblem(problem)).join('\n'),
        )
      const name = `${source.kind}:${source.id}@${source.version}`
      if (published.length === 0) {
        if (given.json) io.line(JSON.stringify({ release: name, hash: source.hash, published }))
        else io.line(`${name} was published before, as it is.`)
        return exitCodes.done
      }
      const { lines, ...told } = await toldOfRelease(name, before, source, language)
      if (given.json) io.line(JSON.stringify({ release: name, hash: source.hash, published, ...told }))
      else for (const line of lines) io.line(line)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
