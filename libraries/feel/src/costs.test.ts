import { test } from 'vitest'
import { expectBounded } from './testing/costly-outcomes.fixture.ts'

// A sample; `costs.prove.test.ts` takes all of them.
test('an expression that would cost too much ends within seconds and half a gigabyte', { timeout: 180_000 }, () => {
  expectBounded(12)
})
