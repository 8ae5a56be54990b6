import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkDraft } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save, look } = await studioPlatform()

it('finds nothing in what is published, and the place of what was broken since', async () => {
  const draft = await begin()
  const faults = async () => {
    const found = await platform.run(checkDraft, { organisation, draft }, sara)
    if (isRefused(found)) throw new Error(found.code)
    return found.problems.filter(({ weight }) => weight === 'fault')
  }
  expect(await faults()).toEqual([])
  const words = JSON.parse((await look(draft)).texts['messages/kk.json'] ?? '') as Record<string, string>
  const { title: _, ...rest } = words
  await save(draft, 'messages/kk.json', JSON.stringify(rest), 1)
  const missing = await faults()
  expect(missing.map(({ code }) => code)).toContain('package.message-missing')
  expect(missing[0]).toMatchObject({ path: 'messages/kk.json', message: { ru: 'Нет текста на одном из языков' } })
  await save(draft, 'service.json', '{ broken', 1)
  expect((await faults()).filter(({ path }) => path === 'service.json')).toMatchObject([
    { code: 'package.file-unreadable', message: { en: expect.stringContaining('cannot be read') } },
  ])
  expect(await platform.run(checkDraft, { organisation: 'health', draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
})

it('tells faults of form where the deeper checks would stumble over them', async () => {
  const draft = await begin()
  for (const [path, text] of [
    ['messages/en.json', 'null'],
    ['sources.json', '[null]'],
    ['sources.json', '{"sources":"x"}'],
    ['forms/apply.form.json', 'null'],
    ['data.schema.json', '{"properties":{"child":null}}'],
    ['data.schema.json', '[]'],
  ] as const) {
    const { files } = await look(draft)
    const before = files.find(one => one.path === path)
    await save(draft, path, text, before?.revision ?? null)
    const found = await platform.run(checkDraft, { organisation, draft }, sara)
    expect(isRefused(found) ? found.code : found.problems).toContainEqual(
      expect.objectContaining({ path, code: 'package.form-wrong', weight: 'fault' }),
    )
    await save(draft, path, before?.text ?? null, (await look(draft)).draft.revision)
  }
})
