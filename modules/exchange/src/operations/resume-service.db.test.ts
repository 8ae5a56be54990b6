import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { pauseService, resumeService } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const integrator = official({ organisation, roles: ['integrator'] })
const resume = (more: object = {}) => platform.run(resumeService, { organisation, ...more }, integrator)

it('opens what was closed, once', async () => {
  await platform.run(pauseService, { organisation, until: '2026-03-03T00:00:00.000Z' }, integrator)
  const send = async () =>
    platform.serve(await platform.member.sign({ body: notification('O-1', platform.mother.identifier) }))
  expect(await send()).toMatchObject({ code: 'exchange.service-paused' })
  expect(await resume({ contract: 'civil-registry.birth-notification@1' })).toMatchObject({
    code: 'exchange.pause-not-found',
  })
  expect(await resume()).toEqual({})
  expect(await send()).toHaveProperty('reply')
  expect(await resume()).toMatchObject({ code: 'exchange.pause-not-found' })
})
