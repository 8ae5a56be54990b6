import { readFile } from 'node:fs/promises'
import { UsageWrong } from '../command.ts'
import { configuration, openDatabaseBeside, openPlatform } from '../open-platform.ts'
import { readJsonObject } from '../read-args.ts'
import { type Caller, caller } from './caller.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

/** Does something as an integrator of the platform's operator, on the platform of the configuration, which may be running. */
export async function asIntegrator<Output>(work: (calls: Caller) => Promise<Output>): Promise<Output> {
  const { platform, close } = await openPlatform(configuration(), openDatabaseBeside)
  try {
    return await work(caller(platform, officialAtTheCommandLine('platform', 'integrator')))
  } finally {
    await close()
  }
}

/** The JSON object in a file. @throws UsageWrong when there is no such file, or no object in it. */
export async function readJsonFile(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageWrong(`there is no file ${path}`, 'Give the path of a JSON file.')
  })
  return readJsonObject(text, path)
}
