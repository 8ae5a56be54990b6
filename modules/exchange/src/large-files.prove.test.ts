import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { fileType } from './contract/index.ts'
import { startInstallation } from './installation.fixture.ts'
import { largeFile, manifestOf, sentOf } from './large-file.fixture.ts'

const mebibyte = 1_048_576
/** What sender, receiver and test together may hold beyond what they had after the first parts, bytes. */
const allowed = 160 * mebibyte

it('a file of 1 GiB is sent, checked, named and read again in flat memory', async () => {
  const here = await startInstallation()
  const scan = largeFile(1024 * mebibyte, 8 * mebibyte)
  const manifest = manifestOf(scan, 1, here.clock.now().toISOString())
  const jws = await here.member.sign(manifest as never, fileType)
  const door = `${here.origin}/exchange/v1/files`
  expect((await fetch(door, { method: 'POST', body: jws })).status).toBe(200)
  let most = 0
  let settled = 0
  const measure = async (warm: boolean) => {
    await setImmediate()
    const { rss } = process.memoryUsage()
    if (warm) settled = Math.max(settled, rss)
    most = Math.max(most, rss)
  }
  for (let part = 1; part <= scan.count; part++) {
    const url = `${door}/civil-registry/${manifest.file}/parts/${part}`
    expect((await fetch(url, { method: 'PUT', body: Buffer.from(scan.part(part)) })).status).toBe(204)
    await measure(part <= 16)
  }
  await here.settle()
  await measure(false)
  const id = '01960000-0000-7000-8000-00000000fd01'
  const body = { year: 2025, region: 'north' }
  const message = { id, contract: manifest.contract, body, files: [sentOf(manifest)] }
  expect(await here.serve(await here.member.sign(message as never))).toHaveProperty('reply')
  expect(most - settled).toBeLessThan(allowed)
  await here.close()
}, 600_000)
