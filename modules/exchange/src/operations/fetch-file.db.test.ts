import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import { fetchFile } from '../contract/index.ts'
import { filesPlatform, receiver, sender } from '../files-platform.fixture.ts'

const platform = await filesPlatform()
const audience = 'http://tests.localhost'

it('opens a file for a system of its receiver that proves itself now, for this installation', async () => {
  const { file, size } = await platform.bring(1)
  const fetch = (token: string, organisation = receiver) =>
    platform.run(fetchFile, { organisation, file, token, audience }, anonymous('en'))
  expect(await fetch(await platform.token(audience))).toMatchObject({ size })
  const unknown = { code: 'exchange.client-unknown' }
  expect(await fetch('a.b.c')).toMatchObject(unknown)
  expect(await fetch(await platform.token('http://elsewhere.localhost'))).toMatchObject(unknown)
  expect(await fetch(await platform.token(audience, -60))).toMatchObject(unknown)
  expect(await fetch(await platform.token(audience), sender)).toMatchObject({ code: 'exchange.file-not-found' })
})
