import { releasePurpose } from '@tereze/catalogue'
import { type Command, exitCodes } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'

const usage = '[--json]'

/** Prints the keys with which this installation signs what it publishes. */
export const releaseKeys: Command = {
  name: 'release keys',
  usage,
  does: 'Prints the public keys with which this installation signs releases, as a JWK Set: what TEREZE_RELEASE_KEYS of another one is given.',
  async run(args, io) {
    readArgs(args, `release keys ${usage}`, 0)
    const { platform, close } = await openPlatform(configuration())
    try {
      const keys = await platform.runner
        .jobContext('release.keys')
        .write('platform', ({ tx }) => platform.keys.publicJwks(tx, 'platform', releasePurpose))
      io.line(JSON.stringify({ keys }))
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
