import { expect, it } from 'vitest'
import { countDelivered } from './count-delivered.ts'
import type { Delivered } from './outside-post.ts'

const sms = (id: string, text: string, to = '+99955500001'): Delivered => ({ id, channel: 'sms', to, text })
const letter = (id: string, text: string): Delivered => ({ id, channel: 'email', to: 'saule@mail.example', text })

const two = { sms: 2, email: 2 }

it('counts a repetition under its id as one', () => {
  const short = [sms('1', 'Registered'), sms('1', 'Registered'), sms('2', 'Granted')]
  const delivered = [...short, letter('3', 'Registered'), letter('4', 'Granted')]
  expect(countDelivered(delivered, ['+99955500001'], two)).toEqual({
    shortMessages: 2,
    letters: 2,
    repeated: 1,
    wrong: [],
  })
})

it('tells of the same thing under two ids, and of a phone that was not told all', () => {
  const delivered = [sms('1', 'Granted'), sms('2', 'Granted'), letter('3', 'Granted'), letter('4', 'Granted')]
  expect(countDelivered(delivered, ['+99955500001', '+99955500002'], two).wrong).toEqual([
    '2 times sms +99955500001 Granted',
    '2 times email saule@mail.example Granted',
    '0 of 2 to sms +99955500002',
  ])
})
