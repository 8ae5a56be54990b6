import type { DemoOfficial } from '@tereze/demo-country'
import { ConfigWrong, environment, readConfig } from '@tereze/foundation-config'
import { EmbeddedServerError } from '@tereze/foundation-database'
import { ContentWrong } from './composition/publish.ts'
import { DemoMixed } from './demo/demo.ts'
import { start } from './start.ts'
import { version } from './version.ts'

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

/** One official of each role in each organisation: enough to sign in as. */
function firstOfEachRole(officials: readonly DemoOfficial[]): DemoOfficial[] {
  return [
    ...new Map(
      officials.toReversed().map(official => [`${official.roles[0]} ${official.organisation}`, official]),
    ).values(),
  ].reverse()
}

/** What a person can do something about is said in words; everything else with its place. */
function wayOut(error: unknown): string | null {
  if (error instanceof ContentWrong) {
    return `${error.message}\n\nA published version never changes: give what you edited a new version, or begin with an empty TEREZE_DATA.`
  }
  if (error instanceof ConfigWrong || error instanceof DemoMixed || error instanceof EmbeddedServerError)
    return error.message
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
  process.stdout.write(`\n  Portal      ${started.origin}/\n  Workplace   ${started.origin}/workplace/\n`)
  if (started.demo !== null) {
    process.stdout.write(
      `  Mail, SMS   ${started.origin}/demo/mail\n\n  Sign in as anybody; the one-time code is shown on the page. The story is about:\n`,
    )
    for (const { name, persona, identifier } of started.demo.story().personas) {
      process.stdout.write(
        `    ${`${name.given} ${name.family}`.padEnd(24)} ${(identifier ?? 'no number').padEnd(16)} ${persona.replaceAll('-', ' ')}\n`,
      )
    }
    for (const { name, roles, organisation } of firstOfEachRole(started.demo.story().officials)) {
      process.stdout.write(
        `    ${`${name.given} ${name.family}`.padEnd(24)} ${''.padEnd(16)} ${roles[0]} of ${organisation}\n`,
      )
    }
    process.stdout.write('\n  A child is born:  node examples/maternity-ward/report.mjs --mother <number>\n')
  }
  process.stdout.write('  Ctrl-C stops.\n')
} catch (error) {
  process.stderr.write(`\n${wayOut(error) ?? (error instanceof Error ? error.stack : String(error))}\n`)
  process.exit(1)
}
