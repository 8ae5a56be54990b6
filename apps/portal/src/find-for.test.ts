import type { Json } from '@tereze/forms'
import { expect, it } from 'vitest'
import { findFor, hasLookups } from './find-for.ts'
import { firstPlace, openForm, takeStep } from './form-flow.ts'
import type { PageContext } from './page.ts'

const lookup = { type: 'object', properties: { id: { type: 'string' }, text: { type: 'string' } } }
const layout = {
  pages: [
    {
      id: 'where',
      items: [
        { field: '/home', as: 'address', register: 'bureau/addresses', own: true },
        { group: 'work', items: [{ field: '/trade', as: 'code', register: 'platform/codes', classifier: 'okved' }] },
      ],
    },
  ],
}
const flow = openForm({
  schema: { type: 'object', properties: { home: lookup, trade: lookup } },
  layout,
  known: {},
  context: {},
  prefill: [],
  now: '2026-03-02T20:00:00.000Z',
  zone: 'Asia/Almaty',
})

/** A page's context whose platform answers every search with one address, and tells what it was asked. */
function context(asked: Json[]): Pick<PageContext, 'client' | 'language' | 'now' | 'zone'> {
  const client = {
    async call(_: unknown, input: Json) {
      asked.push(input)
      return { items: [{ record: 'address_1', data: { text: { en: 'Talap, 7', ru: 'Талап, 7', kk: 'Талап, 7' } } }] }
    },
  }
  return { client: client as unknown as PageContext['client'], language: 'en', now: flow.now, zone: flow.zone }
}

it('asks for what the words of a field may mean only when nothing is chosen of it', async () => {
  const post = (text: string) => takeStep(flow, new URLSearchParams(`_page=where&_to=next&${text}`))
  const found = async (text: string) => {
    const asked: Json[] = []
    const step = post(text)
    if (!('place' in step)) throw new Error('no place')
    return { page: step.place.page, found: await findFor(context(asked), flow, step.place), asked }
  }
  expect(hasLookups(flow)).toBe(true)
  expect(await findFor(context([]), flow, firstPlace(flow))).toEqual({})
  expect(await found('/home/text=Tal&/home/asked=&/home/found=&/trade/text=bread')).toEqual({
    page: 'where',
    found: { '/home': [{ id: 'address_1', text: 'Talap, 7' }], '/trade': [{ id: 'address_1', text: 'Talap, 7' }] },
    asked: [
      { organisation: 'bureau', register: 'addresses', typed: 'Tal', on: '2026-03-03' },
      { organisation: 'platform', register: 'codes', typed: 'bread', where: { classifier: 'okved' }, on: '2026-03-03' },
    ],
  })
  expect(await found('/home/text=Tal&/home/asked=Tal&/home/found=own')).toEqual({
    page: 'review',
    found: {},
    asked: [],
  })
  // One's own words count only where the form takes them.
  expect((await found('/trade/text=x&/trade/asked=x&/trade/found=own')).page).toBe('where')
  const chosen = encodeURIComponent('{"id":"98.1","text":"98.1 Bread"}')
  expect((await found(`/trade/text=x&/trade/asked=x&/trade/found=${chosen}`)).page).toBe('review')
})
