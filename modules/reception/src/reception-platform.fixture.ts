import { readdirSync, readFileSync } from 'node:fs'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { type Actor, type InputOf, isRefused, type Operation, type OutputOf } from '@tereze/operation'
import { reception } from './index.ts'

const content = new URL('../../../content/', import.meta.url)

/** The organisations and the calendar of the demo country. */
export function hallPackages() {
  const set = createPackageSet()
  const folder = new URL('organisations/', content)
  const names = readdirSync(folder, { recursive: true }) as string[]
  const read = (name: string, at: URL) => readFileSync(new URL(name, at), 'utf8')
  const files = names.filter(name => name.endsWith('.json')).map(name => [name, read(name, folder)])
  const law = ['jurisdiction.json', 'calendar.json'].map(name => [
    name,
    read(name, new URL('jurisdictions/demo/', content)),
  ])
  const card = { version: '1.0.0', hash: 'demo' }
  set.add(
    openPackage({
      ...card,
      kind: 'organisation',
      id: 'organisations',
      folder: 'organisations',
      files: Object.fromEntries(files),
    }),
  )
  set.add(
    openPackage({
      ...card,
      kind: 'jurisdiction',
      id: 'demo',
      folder: 'jurisdictions/demo',
      files: Object.fromEntries(law),
    }),
  )
  return set
}

/** The hall of these tests. */
export const hall = { organisation: 'one-stop-shop', unit: 'north' }
/** An operator of the one-stop shop by number. */
export const operator = (number: number): Actor =>
  official({
    id: `official_01960000-0000-7000-8000-00000000000${number}`,
    organisation: hall.organisation,
    roles: ['one-stop-shop-operator'],
  })

/** The queue of the demo country's halls on a real database, on a Monday at nine in the morning. */
export async function receptionPlatform() {
  const clock = fixedClock()
  const platform = await testPlatform({ modules: [reception], clock, bindings: [bind(packages, hallPackages())] })
  async function must<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<OutputOf<O>> {
    const got = await platform.run(definition, input, actor)
    if (isRefused(got)) throw new Error(got.code)
    return got as OutputOf<O>
  }
  return { ...platform, clock, must }
}
