import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNetworkPlaces } from './network-places.ts'

const head = 'prefix,country,region,latitude,longitude,radius'

test('the operator’s table goes before the demo’s, and outside the demo nobody knows without one', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'places-')), 'places.csv')
  await writeFile(file, `${head}\n192.0.2.0/24,XC,,1,1,1\n`)
  expect(await (await readNetworkPlaces(file, true))?.find('192.0.2.1')).toMatchObject({ country: 'XC' })
  expect(await (await readNetworkPlaces(null, true))?.find('192.0.2.1')).toMatchObject({ country: 'XA' })
  expect(await readNetworkPlaces(null, false)).toBeNull()
  await writeFile(file, `${head}\n192.0.2.0/24,XC,,north,1,1\n`)
  await expect(readNetworkPlaces(file, false)).rejects.toThrow('TEREZE_NETWORK_PLACES: line 2: latitude')
  await expect(readNetworkPlaces(`${file}.none`, false)).rejects.toThrow('TEREZE_NETWORK_PLACES: ENOENT')
})
