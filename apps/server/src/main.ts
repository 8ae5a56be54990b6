import { findOrganisation, ReleaseDamaged } from '@tereze/catalogue/contract'
import { ConfigWrong, environment, readConfig } from '@tereze/foundation-config'
import { DatabaseUnusable, EmbeddedServerError } from '@tereze/foundation-database'
import { PortTaken } from './check-port.ts'
import { ContentWrong } from './composition/publish.ts'
import { DemoMixed } from './demo/demo.ts'
import { start } from './start.ts'
import { version } from './version.ts'
import { welcome } from './welcome.ts'

const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(8)
const say = (line: string) => process.stdout.write(`${seconds()}  ${line}\n`)

function peopleFrom(args: readonly string[]): number | undefined {
  const at = args.indexOf('--people')
  if (at < 0) return undefined
  const people = Number(args[at + 1])
  if (!Number.isInteger(people) || people < 100 || people > 5_000_000) {
    throw new Error('--people takes a whole number from 100 to 5000000')
  }
  return people
}

/** What a person can do something about is said in words; everything else with its place. */
function wayOut(error: unknown): string | null {
  if (error instanceof ContentWrong) {
    return `${error.message}\n\nA published version never changes: give what you edited a new version, or begin with an empty TEREZE_DATA.`
  }
  if (error instanceof ReleaseDamaged)
    return `${error.message}\n\nBring the database back from a backup, or publish what it should be from TEREZE_CONTENT.`
  const known = [ConfigWrong, DemoMixed, EmbeddedServerError, DatabaseUnusable, PortTaken]
  if (error instanceof Error && known.some(kind => error instanceof kind)) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken: give another one, e.g. PORT=8081.'
  return null
}

try {
  const config = readConfig(environment())
  const people = peopleFrom(process.argv.slice(2))
  const started = await start(config, { version, say, ...(people === undefined ? {} : { people }) })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('Stopping')
    started.stop().then(
      () => {
        say('Stopped. Everything is kept.')
        process.exit(0)
      },
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  // npm passes on the signal that the terminal has already sent us: the second one must find a listener too.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  say('Ready')
  const { platform, demo, origin, port } = started
  const lines = welcome({
    origin,
    port,
    dataFolder: config.dataFolder,
    folder: process.cwd(),
    story: demo?.story() ?? null,
    text: key => platform.messages.text(key, 'en'),
    nameOf: organisation => findOrganisation(platform.packages, organisation)?.name.en ?? organisation,
  })
  process.stdout.write(`${lines.join('\n')}\n`)
} catch (error) {
  process.stderr.write(`\n${wayOut(error) ?? (error instanceof Error ? error.stack : String(error))}\n`)
  process.exit(1)
}
