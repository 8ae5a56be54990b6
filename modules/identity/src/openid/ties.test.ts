import { expect, test } from 'vitest'
import { createTies } from './ties.ts'

const options = { name: 'tie', path: '/back', secret: new Uint8Array(32).fill(1), secure: true }
const ties = createTies<{ n: number }>(options)
const state = 'abcdefghijklmnop'

function cookiesOf(set: string): Record<string, string> {
  const [pair = ''] = set.split('; ')
  const [name = '', ...value] = pair.split('=')
  return { [name]: value.join('=') }
}

test('a tie is found by the whole state only, and only as it was signed, under its own name', () => {
  const set = ties.keep(state, { n: 1 })
  expect(set).toMatch(/; Path=\/back; HttpOnly; SameSite=Lax; Secure; Max-Age=900$/)
  const cookies = cookiesOf(set)
  expect(ties.find(cookies, state)).toEqual({ n: 1 })
  expect(ties.find(cookies, `${state}x`)).toBeNull()
  expect(ties.find(cookies, state.replace('p', 'q'))).toBeNull()
  expect(ties.find({}, state)).toBeNull()
  const [name = '', value = ''] = Object.entries(cookies)[0] ?? []
  expect(ties.find({ [name]: `${value.slice(0, -2)}AA` }, state)).toBeNull()
  const other = createTies<{ n: number }>({ ...options, name: 'other' })
  expect(other.find({ [name.replace('tie', 'other')]: value }, state)).toBeNull()
  expect(ties.clear(state)).toContain('Max-Age=0')
})
