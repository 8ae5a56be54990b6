import { expect, it } from 'vitest'
import { filesPlatform, sender } from '../files-platform.fixture.ts'

const platform = await filesPlatform()

it('begins a file once, tells how far it is, and refuses what the contract does not take', async () => {
  const begun = { state: 'uploading', reason: null, missing: [1, 2, 3] }
  expect(await platform.begin(1)).toMatchObject(begun)
  const { file, parts } = platform.manifest(1)
  await platform.keep(sender, file, 2, platform.scan.part(2), parts[1] ?? '')
  expect(await platform.begin(1)).toMatchObject({ ...begun, missing: [1, 3] })
  expect(await platform.begin(1, { name: 'another.pdf' })).toMatchObject({ code: 'exchange.file-id-reused' })
  const wrong = [
    [{ mediaType: 'image/png' }, 'exchange.file-type-not-taken', '/mediaType'],
    [{ size: 2_147_483_649 }, 'exchange.file-too-large', '/size'],
    [{ size: 65_536 }, 'exchange.file-cut-wrong', '/parts'],
    [{ contract: 'civil-registry.birth-notification@1' }, 'exchange.files-not-taken', ''],
    [{ contract: 'civil-registry.nothing@1' }, 'exchange.contract-not-found', '/contract'],
  ] as const
  for (const [more, code, pointer] of wrong) expect(await platform.begin(2, more)).toMatchObject({ code, pointer })
})
