import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { regulations } from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { beginDraft, getDraft } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, look, begin, sources } = await studioPlatform()
const run = (from: Parameters<typeof platform.run<typeof beginDraft>>[1]['from'], who = organisation) =>
  platform.run(beginDraft, { organisation: who, from }, sara)

describe('begin-draft', () => {
  it('takes every file of a published service and remembers the version that it grew from', async () => {
    const draft = await begin()
    const published = sources.find(({ id }) => id === 'one-time-birth-benefit')
    const found = await look(draft)
    expect(found.texts).toEqual(published?.files)
    expect(found.draft).toMatchObject({
      package: 'one-time-birth-benefit',
      base: { version: published?.version, hash: published?.hash },
      revision: 1,
      title: { en: 'One-time birth benefit' },
      begunBy: { name: { family: 'Эталонова' } },
    })
    await platform.settle()
    expect(await platform.listEvents('studio.draft-begun')).toMatchObject([{ subject: draft, data: { draft } }])
  })

  it('refuses what is not published, and what another organisation owns', async () => {
    for (const service of ['no-such-service', 'birth-certificate'])
      expect(await run({ begin: 'published', kind: 'service', package: service })).toMatchObject({
        code: 'studio.package-not-found',
        pointer: '/from/package',
      })
  })

  it('begins from a blank page, unless the id is taken', async () => {
    const title = { en: 'Camp', ru: 'Лагерь', kk: 'Жазғы лагерь' }
    const begun = await run({ begin: 'blank', kind: 'service', package: 'summer-camp', title })
    if (isRefused(begun)) throw new Error(begun.code)
    const found = await look(begun.draft)
    expect(found.draft).toMatchObject({ base: null, title })
    expect(JSON.parse(found.texts['service.json'] ?? '')).toMatchObject({
      id: 'summer-camp',
      owner: 'org:social-protection',
    })
    expect(await run({ begin: 'blank', kind: 'service', package: 'one-time-birth-benefit', title })).toMatchObject({
      code: 'studio.package-exists',
    })
  })

  it('makes a package of a digital regulation, or tells its faults by place', async () => {
    const regulation = regulations.find(({ id }) => id === 'burning-permit')
    const body = String(regulation?.body).replace('org:', '')
    const begun = await run({ begin: 'regulation', regulation: JSON.stringify(regulation) }, body)
    if (isRefused(begun)) throw new Error(`${begun.code} ${JSON.stringify(begun.also)}`)
    const made = await platform.run(getDraft, { organisation: body, draft: begun.draft }, sara)
    if (isRefused(made)) throw new Error(made.code)
    expect(made.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'data.schema.json',
        'decisions/eligibility.dmn',
        'digital-regulation.json',
        'service.json',
      ]),
    )
    expect(await run({ begin: 'regulation', regulation: '{ broken' })).toMatchObject({
      code: 'studio.regulation-invalid',
      pointer: '/from/regulation',
    })
    const wrong = await run({ begin: 'regulation', regulation: '{"format": 1}' })
    expect(isRefused(wrong) && wrong.also.length).toBeGreaterThan(0)
  })
})
