import { lineReasons } from '@tereze/exchange/contract'
import { expect, it } from 'vitest'
import { isMessageId } from '../words/messages.ts'
import { lineReasonWords } from './line-words.ts'

it('has words for every reason, and for the codes of refusals', () => {
  expect(lineReasons.filter(reason => !isMessageId(`lines.reason.${reason}`))).toEqual([])
  const say = (id: string) => id
  expect(lineReasonWords('late', { say })).toBe('lines.reason.late')
  expect(lineReasonWords('exchange.service-paused', { say })).toBe('exchange.outcome.exchange.service-paused')
})
