import { access, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@tereze/foundation-config'
import { systemClock } from '@tereze/foundation-operations'
import { prepareDemo, publishContent, writeDemoState } from '@tereze/server'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openDatabaseOf, openPlatform } from '../open-platform.ts'
import { readPeople } from '../people-option.ts'
import { readArgs } from '../read-args.ts'

const usage = '[--people N] [--seed S] [--json]'
const typed = `demo ${usage}`
const usualPeople = 5000

function seedOf(text: string | undefined): string {
  if (text === undefined) return 'tereze'
  if (/^[A-Za-z0-9-]{1,40}$/.test(text)) return text
  throw new UsageWrong(`--seed "${text}" is no seed`, 'Give 1 to 40 letters, digits and hyphens.')
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Clears the data folder of an earlier demo. Nothing that is not a demo is ever cleared; what is there shows once opened. */
async function clear({ dataFolder, databaseUrl, demo }: Config): Promise<void> {
  if (!demo)
    throw new NotPossible(
      'TEREZE_DEMO is false: this is no demo',
      'Set TEREZE_DEMO=true, with a TEREZE_DATA of its own.',
    )
  if (databaseUrl !== null) return
  const [postgres, state] = [join(dataFolder, 'postgres'), join(dataFolder, 'demo', 'state.json')]
  if (!(await isThere(postgres)) || !(await isThere(state))) return
  const { close } = await openDatabaseOf(configuration())
  await close()
  await rm(postgres, { recursive: true })
  await rm(state)
}

/** Makes the demo country anew. */
export const demo: Command = {
  name: 'demo',
  usage,
  does: 'Makes the demo country anew in TEREZE_DATA: what was there before is cleared.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { people: 'text', seed: 'text' })
    const [people, seed] = [readPeople(given.text('people'), typed) ?? usualPeople, seedOf(given.text('seed'))]
    const config = configuration()
    await clear(config)
    await mkdir(config.dataFolder, { recursive: true })
    const { database, platform, recompose, close } = await openPlatform(config)
    try {
      if (platform.packages.list('organisation').length > 0)
        throw config.databaseUrl === null
          ? new NotPossible(
              `${config.dataFolder} holds a database that is no demo and not empty`,
              'Give another folder, e.g. TEREZE_DATA=.tereze-demo',
            )
          : new NotPossible(
              'the database of DATABASE_URL is not empty',
              'Give an empty database, or leave DATABASE_URL out.',
            )
      await publishContent(config.contentFolder, platform.runner, platform.packages)
      const asOf = systemClock.now().toISOString().slice(0, 10)
      await writeDemoState(config.dataFolder, { seed, asOf, people, loaded: false })
      const prepared = await prepareDemo(config)
      const say = (line: string) => (given.json ? undefined : io.note(line))
      await prepared.load(await recompose(), { database, clock: systemClock, say, people })
      const { personas, officials } = prepared.story()
      if (given.json) io.line(JSON.stringify({ people, seed, asOf, personas, officials }))
      else {
        for (const { name, persona, identifier } of personas)
          io.line(
            `${`${name.given} ${name.family}`.padEnd(26)} ${(identifier ?? 'no number').padEnd(16)} ${persona.replaceAll('-', ' ')}`,
          )
        io.line(`${people} people as of ${asOf}. Next: tereze start`)
      }
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
