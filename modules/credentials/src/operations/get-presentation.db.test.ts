import { expect, it } from 'vitest'
import { getPresentation } from '../contract/index.ts'
import { credentialsPlatform, nurse } from '../credentials-platform.fixture.ts'
import { forgetEnded } from '../jobs/forget-ended.ts'

const platform = await credentialsPlatform()

it('tells the organisation that asked, and nobody an hour after the end', async () => {
  await platform.settle()
  const { presentation } = await platform.ask()
  const get = (organisation: string) => platform.run(getPresentation, { organisation, presentation }, nurse)
  const notFound = { code: 'credentials.presentation-not-found' }
  expect(await get('health')).toEqual({ status: 'asked', fault: null, answeredAt: null, credential: null })
  expect(await get('civil-registry')).toMatchObject(notFound)
  platform.clock.advance({ minutes: 69 })
  await forgetEnded.run(platform.runner.jobContext(forgetEnded.name))
  expect(await get('health')).toMatchObject({ status: 'expired' })
  platform.clock.advance({ minutes: 2 })
  await forgetEnded.run(platform.runner.jobContext(forgetEnded.name))
  expect(await get('health')).toMatchObject(notFound)
})
