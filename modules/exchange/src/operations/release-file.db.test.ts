import { official, system } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { holdFile, openFile, releaseFile } from '../contract/index.ts'
import { filesPlatform, receiver } from '../files-platform.fixture.ts'
import { forgetFiles } from '../jobs/forget-files.ts'

const platform = await filesPlatform()

it('lets a file go when nobody holds it any more', async () => {
  const { file, sha256 } = await platform.bring(1)
  const actor = system({ organisation: receiver })
  for (const holder of ['case/1', 'case/2'])
    await platform.run(holdFile, { organisation: receiver, file, holder }, actor)
  platform.clock.advance({ days: 400 })
  const after = async (holder: string) => {
    expect(await platform.run(releaseFile, { organisation: receiver, file, holder }, actor)).toEqual({ file })
    await forgetFiles.run(platform.runner.jobContext(forgetFiles.name))
    const registrar = official({ organisation: receiver, roles: ['registrar'] })
    return platform.run(openFile, { organisation: receiver, file }, registrar)
  }
  expect(await after('case/3')).toMatchObject({ sha256 })
  expect(await after('case/1')).toMatchObject({ sha256 })
  expect(await after('case/2')).toMatchObject({ code: 'exchange.file-expired' })
})
