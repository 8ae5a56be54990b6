import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { grantAccess, listAccess, revokeAccess } from '../contract/index.ts'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: 'civil-registry', roles: ['integrator'] })
const contract = 'civil-registry.birth-notification@1'
async function list(more: object = {}) {
  const found = await platform.run(listAccess, { organisation: 'civil-registry', ...more }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

describe('list-access', () => {
  it('tells what contracts declare, and where it comes from', async () => {
    expect(await list({ contract })).toMatchObject([
      {
        consumer: ward,
        purpose: 'birth-registration',
        until: '2030-12-31',
        by: 'contract',
        given: null,
        revoked: null,
      },
      { consumer: 'maternity-ward-south' },
    ])
    expect((await list()).length).toBeGreaterThan(2)
    expect(await list({ contract: 'tax-agency.income-by-person@1' })).toEqual([])
  })

  it('tells what officials gave, and what was taken back, by whom and why', async () => {
    const given = await platform.run(
      grantAccess,
      {
        organisation: 'civil-registry',
        contract,
        consumer: 'health',
        purpose: 'birth-statistics',
        ground: 'act:civil-registration/12.1',
        until: '2026-12-31',
      },
      integrator,
    )
    if (isRefused(given)) throw new Error(given.code)
    const mine = async () => (await list({ contract })).find(({ access }) => access === given.access)
    const at = platform.clock.now().toISOString()
    expect(await mine()).toMatchObject({ by: 'official', given: { by: integrator.id, at }, from: null, revoked: null })
    const reason = 'The agreement ended.'
    await platform.run(revokeAccess, { organisation: 'civil-registry', access: given.access, reason }, integrator)
    expect(await mine()).toMatchObject({ revoked: { by: integrator.id, at, reason } })
  })
})
