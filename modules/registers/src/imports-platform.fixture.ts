/** The registers with files that officials load. */

import { official } from '@tereze/foundation-testing'
import { type InputOf, isRefused, type OfficialActor } from '@tereze/operation'
import {
  beginImport,
  checkImport,
  getImport,
  type Import,
  type ImportSettings,
  listImportRows,
  runImport,
} from './contract/index.ts'
import { keeper, registersPlatform } from './registers-platform.fixture.ts'

/** Who may look at every load of the tests. */
const onlooker = official({ organisation: 'transport', roles: ['keeper', 'chief'] })

/** What must not be refused. */
export function done<Output>(output: Output): Exclude<Output, { readonly is: unknown }> {
  if (isRefused(output)) throw new Error(`${output.code} ${JSON.stringify(output.also)}`)
  return output as Exclude<Output, { readonly is: unknown }>
}

/** Five vessels, one column of each kind. */
export const vesselsCsv = (...rows: readonly string[]): string =>
  ['name;port;status;tons;launched', ...rows, ''].join('\r\n')

/** The module with what tests of loads do again and again. */
export async function importsPlatform() {
  const platform = await registersPlatform()
  const place = { organisation: 'transport' }
  const begin = async (
    content: string | Uint8Array,
    name = 'vessels.csv',
    more: Partial<InputOf<typeof beginImport>> = {},
    actor: OfficialActor = keeper,
  ) => {
    const bytes = Buffer.from(content).toString('base64')
    const input = { ...place, register: 'vessels', name, content: bytes, ...more }
    const { import: id } = done(await platform.run(beginImport, input, actor))
    await platform.settle()
    return id
  }
  const look = async (id: string): Promise<Import> =>
    done(await platform.run(getImport, { ...place, import: id }, onlooker))
  const check = async (id: string, more: Partial<ImportSettings> = {}, actor: OfficialActor = keeper) => {
    const { settings } = await look(id)
    if (settings === null) throw new Error(`${id} was not read`)
    done(await platform.run(checkImport, { ...place, import: id, settings: { ...settings, ...more } }, actor))
    await platform.settle()
    return look(id)
  }
  const run = async (id: string, actor: OfficialActor = keeper) => {
    done(await platform.run(runImport, { ...place, import: id }, actor))
    await platform.settle()
    return look(id)
  }
  const rows = async (id: string, outcome?: 'new' | 'changed' | 'same' | 'refused') => {
    const input = { ...place, import: id, ...(outcome === undefined ? {} : { outcome }) }
    return done(await platform.run(listImportRows, input, onlooker)).items
  }
  return { platform, place, begin, look, check, run, rows }
}
