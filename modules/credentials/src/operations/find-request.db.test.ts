import { expect, it } from 'vitest'
import { findRequest } from '../contract/index.ts'
import { credentialsPlatform, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('gives a question for ten minutes, by its own address alone', async () => {
  await platform.settle()
  const { state } = await platform.ask()
  const find = (organisation: string, by: string) => platform.run(findRequest, { organisation, state: by }, stranger)
  expect(await find('health', state)).toMatchObject({ request: expect.stringMatching(/^ey/) })
  const ended = { code: 'credentials.presentation-ended' }
  expect(await find('civil-registry', state)).toMatchObject(ended)
  expect(await find('health', 'guessed')).toMatchObject(ended)
  platform.clock.advance({ minutes: 11 })
  expect(await find('health', state)).toMatchObject(ended)
})
