import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { person, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { importRecords, suggestRecords } from '@tereze/registers/contract'
import { startPlatform } from '../platform.ts'
import { type BenchAddress, buildings } from './towns.ts'

// Addresses found as one types, through the real operation (policy, audit, everything but HTTP): `--addresses` of them, `--turns`
// questions of each kind. Beside it the same question as PostgreSQL answers it without words: every row looked at.

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const [count, turns] = [option('addresses', 100_000), option('turns', 200)]
const organisation = 'address-bureau'
const slipped = (word: string) => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4)
const kinds: Readonly<Record<string, (address: BenchAddress) => string>> = {
  'a town and a street, begun': ({ town, street }) => `${town} ${street.slice(0, 4)}`,
  'street, house, town in any order': ({ town, street, house }) => `${house} ул. ${street}, ${town}`,
  'two letters': ({ street }) => street.slice(0, 2),
  'a slip': ({ town, street, house }) => `${slipped(street)} ${house} ${town}`,
}

const platform = await startPlatform()
try {
  const all = [...buildings(count)]
  const began = performance.now()
  for (let at = 0; at < all.length; at += 1_000) {
    const records = all.slice(at, at + 1_000).map(({ data }, place) => ({
      record: `address_00000000-0000-7000-8000-${String(at + place).padStart(12, '0')}`,
      data,
      validFrom: '2020-01-01',
    }))
    const input = { organisation, register: 'addresses', import: `bench-${at}`, records }
    const actor = system({ id: 'system:platform', organisation: 'platform', roles: ['platform'] })
    const loaded = await platform.runner.call(importRecords, input, actor)
    if (isRefused(loaded)) throw new Error(`${loaded.code} ${JSON.stringify(loaded.also)}`)
  }
  console.log(`${count} addresses in ${Math.round((performance.now() - began) / 1_000)} s`)
  const client = await platform.database.dedicated()
  await client.query('vacuum analyze registers.projection_addresses_1')
  const visitor = person()
  const times: Record<string, { p50: number; p95: number; found: number }> = {}
  for (const [name, typed] of Object.entries(kinds)) {
    const took: number[] = []
    let found = 0
    for (let turn = -20; turn < turns; turn++) {
      const address = all[(Math.abs(turn) * 7_919) % all.length] as BenchAddress
      const from = performance.now()
      const input = { organisation, register: 'addresses', typed: typed(address), limit: 10 }
      const said = await platform.runner.call(suggestRecords, input, visitor)
      if (turn < 0) continue
      took.push(performance.now() - from)
      if (!isRefused(said) && said.items.length > 0) found += 1
    }
    took.sort((one, other) => one - other)
    const at = (share: number) => Math.round((took[Math.floor(took.length * share)] ?? 0) * 10) / 10
    times[name] = { p50: at(0.5), p95: at(0.95), found }
    console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${found} of ${turns} found something`)
  }
  const from = performance.now()
  await client.query(
    `select record from registers.projection_addresses_1 where lower("c_textRu") like '%барал%' and lower("c_textRu") like '%7%' limit 10 offset 500`,
  )
  const without = Math.round((performance.now() - from) * 10) / 10
  console.log(`every row looked at, exact spelling only: ${without} ms`)
  await client.end()
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
  writeFileSync(
    join(results, 'addresses.json'),
    `${JSON.stringify({ machine, addresses: count, times, 'every row looked at': without }, null, 2)}\n`,
  )
} finally {
  await platform.close()
}
