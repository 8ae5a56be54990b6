import { publishContent } from '@tereze/server'
import { type Command, exitCodes } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { prepare } from '../vitrine/prepare.ts'
import { writePackage } from '../vitrine/write-package.ts'

const usage = 'FILE [--force] [--json]'
const typed = `vitrine publish ${usage}`

/** Publishes a vitrine: from then on those in its access may ask. */
export const publishVitrine: Command = {
  name: 'vitrine publish',
  usage,
  does: 'Makes the contract of a vitrine in the content folder of the platform and publishes it. Nodes that run take it up within seconds.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { force: 'flag' })
    const file = required(given.words[0], 'FILE', typed)
    const config = configuration()
    const { vitrine, made } = await prepare(file, config.contentFolder, io)
    await writePackage(config.contentFolder, made, given.flag('force'))
    const { platform, close } = await openPlatform(config)
    try {
      const published = await publishContent(config.contentFolder, platform.runner, platform.packages)
      const name = `${vitrine.id}@${vitrine.version}`
      const now = published.includes(`contract:${name}`)
      if (given.json) io.line(JSON.stringify({ contract: name, published }))
      else io.line(now ? `Published ${name}.` : `${name} was published before, as it is.`)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
