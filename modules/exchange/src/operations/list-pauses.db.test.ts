import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { listPauses, pauseService } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

it('lists what is closed now or will be, until it is over', async () => {
  const platform = await exchangePlatform()
  const organisation = 'civil-registry'
  const integrator = official({ organisation, roles: ['integrator'] })
  const at = (hours: number) => new Date(platform.clock.now().getTime() + hours * 3_600_000).toISOString()
  const list = () => platform.run(listPauses, { organisation }, integrator)
  const contract = 'civil-registry.person@1'
  const [one, two, three] = [at(1), at(2), at(3)]
  await platform.run(pauseService, { organisation, until: one }, integrator)
  await platform.run(pauseService, { organisation, contract, from: two, until: three }, integrator)
  expect(await list()).toEqual({
    items: [
      { contract: null, from: expect.any(String), until: one, by: integrator.id },
      { contract, from: two, until: three, by: integrator.id },
    ],
  })
  platform.clock.advance({ hours: 1 })
  expect(await list()).toMatchObject({ items: [{ contract }] })
  expect(await platform.run(listPauses, { organisation: 'health' }, integrator)).toEqual({ items: [] })
})
