import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listLineMessages } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'
import { insertLineMessage } from '../store/line-messages.ts'

const platform = await exchangePlatform()
const list = async (organisation: string, more: object = {}) => {
  const integrator = official({ organisation, roles: ['integrator'] })
  const found = await platform.run(listLineMessages, { organisation, ...more }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('tells an organisation what concerns it, and the operator everything, newest first, in pages', async () => {
  const write = (id: string, organisation: string | null, reason: string | null) =>
    platform.runner.jobContext('test').write('platform', ({ tx }) =>
      insertLineMessage(tx, {
        line: 'smev',
        direction: 'received',
        id,
        kind: 'answer',
        state: reason === null ? 'done' : 'broken',
        organisation,
        reason,
        now: platform.clock.now(),
      }),
    )
  for (const [id, organisation, reason] of [
    ['a-1', 'tax-agency', null],
    ['a-2', 'tax-agency', 'answer-wrong'],
    ['a-3?', null, 'signature-wrong'],
    ['a-1', 'tax-agency', null],
  ] as const) {
    await write(id, organisation, reason)
    platform.clock.advance({ seconds: 1 })
  }
  const ids = async (organisation: string, more: object = {}) =>
    (await list(organisation, more)).items.map(({ id }) => id)
  expect(await ids('platform')).toEqual(['a-3?', 'a-2', 'a-1'])
  expect(await ids('tax-agency')).toEqual(['a-2', 'a-1'])
  expect(await ids('civil-registry')).toEqual([])
  expect(await ids('platform', { only: 'wrong' })).toEqual(['a-3?', 'a-2'])
  expect((await list('tax-agency')).items[1]).toMatchObject({ times: 2, state: 'done', reason: null })
  const first = await list('platform', { limit: 1 })
  expect(await ids('platform', { limit: 1, after: first.next ?? '' })).toEqual(['a-2'])
})
