import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { acceptViolation, getQuality, listViolations } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const organisation = 'transport'

it('is for the service to which the register gives its violations; accepted, it counts no more until the rule is kept', async () => {
  const boat = await platform.add('boats', { name: 'Аққу' })
  expect(await platform.violations()).toEqual([`launch-known ${boat}`])
  const list = await platform.run(listViolations, { organisation, register: 'boats' }, harbourMaster)
  if (isRefused(list)) throw new Error(list.code)
  const violation = list.items[0]?.violation ?? ''
  const accept = (under?: string) =>
    platform.run(
      acceptViolation,
      { organisation, violation, reason: 'The archive burned in 1931', ...(under === undefined ? {} : { under }) },
      harbourMaster,
    )
  expect(await accept()).toMatchObject({ code: 'registers.access-not-granted' })
  expect(await accept('service:other')).toMatchObject({ code: 'registers.access-not-granted' })
  expect(await accept('service:mend-boats')).toEqual({ violation })
  expect(await accept('service:mend-boats')).toMatchObject({ code: 'registers.violation-not-found' })

  await platform.change('boats', boat, 1, { name: 'Аққу', tons: 2 })
  expect([await platform.violations(), await platform.violations('accepted')]).toEqual([[], [`launch-known ${boat}`]])
  expect(await platform.run(getQuality, { organisation, register: 'boats' }, harbourMaster)).toMatchObject({
    index: 100,
  })

  const known = { name: 'Аққу', launched: '2020-05-01' }
  await platform.change('boats', boat, 2, known)
  expect(await platform.violations('accepted')).toEqual([])
  await platform.change('boats', boat, 3, { name: 'Аққу' })
  expect([await platform.violations(), await platform.violations('accepted')]).toEqual([[`launch-known ${boat}`], []])
})
