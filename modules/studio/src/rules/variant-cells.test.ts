import type { ActOfJoining, DigitalRegulation } from '@tereze/regulation'
import { expect, it } from 'vitest'
import { actOfJoining, regulations } from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { decideUpgrade } from './decide-upgrade.ts'
import { variantCells } from './variant-cells.ts'
import { stateOfVariant, type Variant } from './variants-in.ts'

const template = regulations.find(({ kind }) => kind === 'template') as DigitalRegulation
const act = actOfJoining as unknown as ActOfJoining
const title = { en: 'Parking', ru: 'Стоянка', kk: 'Тұрақ' }
const variant = (owner: string, state: Variant['state']): Variant => ({
  card: { package: `parking-${owner}`, title, version: '1.0.0', owner, base: '1.0.0', collisions: 0, differs: 1 },
  state,
  act,
  template,
  newest: template,
})
const regionsOf = (body: string) => [body.slice(0, 5)]
const cells = (organisation: string, drafts: readonly { draft: string; package: string; template: string }[] = []) =>
  variantCells({
    services: [template.id, 'other-service'],
    regions: ['north', 'south'],
    variants: [variant('north-city', 'joined'), variant('north-town', 'conflicts')],
    regionsOf,
    organisation,
    drafts,
  })
const states = (...of: Parameters<typeof cells>) =>
  cells(...of).map(({ service, region, state }) => `${service} ${region} ${state}`)

it('gives each service in each region the state that needs care most', () => {
  expect(states('south')).toEqual([
    'municipal-parking north conflicts',
    'municipal-parking south none',
    'other-service north none',
    'other-service south none',
  ])
  expect(cells('south').map(({ own }) => own)).toEqual([false, true, false, true])
  expect(cells('south')[0]?.variants.map(one => one.package)).toEqual(['parking-north-city', 'parking-north-town'])
})

it('shows one’s own drafts where one serves, and beside what is published', () => {
  const drafts = [{ draft: 'draft_1', package: 'mine', template: template.id }]
  expect(states('south', drafts)[1]).toBe('municipal-parking south draft')
  expect(cells('north', drafts)[0]).toMatchObject({ state: 'conflicts', draft: 'draft_1' })
  expect(cells('north', drafts)[1]?.draft).toBeNull()
})

it('is behind on an earlier template, and collides where both changed the same', () => {
  expect([
    stateOfVariant('1.0.0', '1.0.0', 0),
    stateOfVariant('1.0.0', '1.1.0', 0),
    stateOfVariant('1.0.0', '1.1.0', 2),
  ]).toEqual(['joined', 'behind', 'conflicts'])
})

it('moves an act to the template in use once every place that both changed has one choice', () => {
  const newest = {
    ...template,
    version: '1.1.0',
    criteria: template.criteria.map(one => ({ ...one, when: 'cars <= 3' })),
  }
  const place = '/criteria/cars/when'
  const decide = (to: string, take: string[], keep: string[], on = newest) =>
    decideUpgrade({ act, template, newest: on, to, take, keep })
  expect(decide('1.1.0', [], [])).toMatchObject({
    code: 'studio.collisions-open',
    params: { count: 1 },
    also: [{ code: 'studio.collision', params: { place } }],
  })
  expect(decide('1.1.0', [place], [place])).toMatchObject({ code: 'studio.collisions-open' })
  expect(decide('1.0.9', [place], [])).toMatchObject({ code: 'studio.template-moved', params: { version: '1.1.0' } })
  expect(decide('1.0.0', [], [], template)).toMatchObject({ code: 'studio.variant-current' })
  expect(decide('1.1.0', [], [place])).toMatchObject({
    version: '1.1.0',
    base: 'municipal-parking@1.1.0',
    changes: { [place]: 'cars <= 1' },
  })
  expect(decide('1.1.0', [place], [])).not.toMatchObject({ changes: { [place]: expect.anything() } })
})
