import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { saveFiles } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, dana, begin, save, look } = await studioPlatform()

describe('save-files', () => {
  it('saves several files as one revision, and the draft is called as its words now say', async () => {
    const draft = await begin()
    const before = await look(draft)
    const words = JSON.stringify({ ...JSON.parse(before.texts['messages/en.json'] ?? ''), title: 'Birth money' })
    const files = [
      { path: 'messages/en.json', text: words, revision: 1 },
      { path: 'notices/new.md', text: 'New', revision: null },
      { path: 'notices/granted.md', text: null, revision: 1 },
    ]
    expect(await platform.run(saveFiles, { organisation, draft, files }, sara)).toMatchObject({ revision: 2 })
    const after = await look(draft)
    expect(after.draft).toMatchObject({ revision: 2, title: { en: 'Birth money' } })
    expect(after.files.filter(({ revision }) => revision === 2).map(({ path }) => path)).toEqual([
      'messages/en.json',
      'notices/new.md',
    ])
    expect(after.texts['notices/granted.md']).toBeUndefined()
    await platform.settle()
    expect(await platform.listEvents('studio.draft-saved')).toMatchObject([{ data: { draft, revision: 2 } }])
  })

  it('overwrites nobody: who and when is said, and nothing of the call is saved', async () => {
    const draft = await begin()
    expect(await save(draft, 'notices/granted.md', 'Hers', 1, dana)).toMatchObject({ revision: 2 })
    const files = [
      { path: 'notices/mine.md', text: 'Mine', revision: null },
      { path: 'notices/granted.md', text: 'Mine', revision: 1 },
    ]
    expect(await platform.run(saveFiles, { organisation, draft, files }, sara)).toMatchObject({
      code: 'studio.file-changed',
      params: { path: 'notices/granted.md', by: dana.id, at: platform.clock.now().toISOString() },
    })
    const { texts } = await look(draft)
    expect([texts['notices/granted.md'], texts['notices/mine.md']]).toEqual(['Hers', undefined])
  })

  it('lets two who save at once go one after the other, and one of them meets the other', async () => {
    const draft = await begin()
    const both = await Promise.all([
      save(draft, 'notices/granted.md', 'Sara', 1),
      save(draft, 'notices/granted.md', 'Dana', 1, dana),
    ])
    expect(both.filter(isRefused).map(({ code }) => code)).toEqual(['studio.file-changed'])
    expect((await look(draft)).draft.revision).toBe(2)
  })

  it('makes no revision of what changes nothing, and refuses other paths and other organisations', async () => {
    const draft = await begin()
    const { texts } = await look(draft)
    expect(await save(draft, 'service.json', texts['service.json'] ?? '', 1)).toMatchObject({ revision: 1 })
    expect(await save(draft, '../service.json', '{}', null)).toMatchObject({ code: 'studio.path-unknown' })
    expect(
      await platform.run(
        saveFiles,
        { organisation: 'health', draft, files: [{ path: 'service.json', text: '{}', revision: 1 }] },
        sara,
      ),
    ).toMatchObject({ code: 'studio.draft-not-found' })
  })
})
