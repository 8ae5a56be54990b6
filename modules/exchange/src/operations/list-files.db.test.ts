import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listFiles } from '../contract/index.ts'
import { filesPlatform, receiver, sender } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('lists files of both directions, newest first, in pages, with how far each is', async () => {
  const list = async (organisation: string, more: object = {}) => {
    const found = await platform.run(
      listFiles,
      { organisation, ...more },
      official({ organisation, roles: ['auditor'] }),
    )
    if (isRefused(found)) throw new Error(found.code)
    return found
  }
  const whole = await platform.bring(1)
  platform.clock.advance({ minutes: 1 })
  const half = await platform.bring(2, 1)
  await platform.begin(3)
  const { items } = await list(receiver)
  expect(items).toMatchObject([
    { file: half.file, state: 'uploading', kept: 1, parts: 3, virusCheck: null },
    {
      file: whole.file,
      state: 'ready',
      kept: 3,
      virusCheck: 'unchecked',
      sha256: whole.sha256,
      peer: sender,
      message: null,
    },
  ])
  expect(items[0]?.purposeTitle).toMatchObject({ ru: 'Регистрация рождения' })
  const first = await list(receiver, { limit: 1 })
  expect((await list(receiver, { limit: 1, after: first.next ?? '' })).items).toEqual([items[1]])
  expect((await list(receiver, { direction: 'sent' })).items).toEqual([])
  expect((await list(sender)).items).toMatchObject([{ direction: 'sent', peer: receiver, state: 'uploading', kept: 0 }])
})
