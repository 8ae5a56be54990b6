import { outsideReasons } from '@tereze/exchange/contract'
import { expect, it } from 'vitest'
import { isMessageId } from '../words/messages.ts'
import { callReasonWords } from './call-words.ts'

it('has words for every reason', () => {
  expect(outsideReasons.filter(reason => !isMessageId(`calls.reason.${reason}`))).toEqual([])
  const say = (id: string) => id
  expect(callReasonWords('timed-out', { say })).toBe('calls.reason.timed-out')
  expect(callReasonWords('something-new', { say })).toBe('something-new')
})
