import { expect, test } from 'vitest'
import { type Failures, isPaused, mostFailures } from './decide-pause.ts'

const { address, name, ownBrowser } = mostFailures

test.each<[string, Failures, boolean]>([
  ['nothing failed', { address: 0, name: 0, ownBrowser: null }, false],
  ['a name tried often', { address: 0, name, ownBrowser: null }, true],
  ['many names from one address', { address, name: 0, ownBrowser: null }, true],
  ['the owner, while others guess', { address: 0, name: name * 100, ownBrowser: 0 }, false],
  ['the owner, in an office full of guessers', { address: address * 10, name, ownBrowser: ownBrowser - 1 }, false],
  ['a stolen browser', { address: 0, name: 0, ownBrowser }, true],
])('%s', (_, failures, paused) => {
  expect(isPaused(failures)).toBe(paused)
})
