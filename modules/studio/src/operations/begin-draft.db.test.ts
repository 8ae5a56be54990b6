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

  it('makes a package of a digital regulation or an act of joining, or tells its faults by place', async () => {
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
    const act = (changes: object, base = 'heating-support@1.0.0') => ({
      begin: 'regulation' as const,
      regulation: JSON.stringify({ format: 1, kind: 'joining', id: 'warm-north', version: '1.0.0', base, changes }),
    })
    const own = { '/body': 'org:north-region', '/amount/heating/sum': '{ amount: "31000.00", currency: "DMD" }' }
    const joined = await run(act(own), 'north-region')
    if (isRefused(joined)) throw new Error(`${joined.code} ${JSON.stringify(joined.also)}`)
    const variant = await platform.run(getDraft, { organisation: 'north-region', draft: joined.draft }, sara)
    if (isRefused(variant)) throw new Error(variant.code)
    const text = (path: string) => JSON.parse(variant.files.find(file => file.path === path)?.text ?? '')
    expect(text('digital-regulation.json').changes).toEqual(own)
    expect(text('service.json')).toMatchObject({ id: 'warm-north', owner: 'org:north-region' })
    expect(text('cases/granted.case.json').then.payments).toMatchObject([{ amount: { amount: '31000.00' } }])
    expect(await run(act({ ...own, '/appeal/within': { calendarDays: 5 } }), 'north-region')).toMatchObject({
      code: 'studio.regulation-invalid',
      also: [
        {
          pointer: '/changes/~1appeal~1within',
          code: 'regulation.not-changeable',
          params: { place: '/appeal/within', clause: '20.4' },
        },
      ],
    })
    expect(await run(act(own, 'heating-support@9.0.0'), 'north-region')).toMatchObject({
      also: [{ pointer: '/base', code: 'regulation.base-wanted', params: { base: 'heating-support@9.0.0' } }],
    })
    const wrong = await run({ begin: 'regulation', regulation: '{"format": 1}' })
    expect(isRefused(wrong) && wrong.also.length).toBeGreaterThan(0)
  })
})
