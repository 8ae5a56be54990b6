import { test } from 'vitest'
import { expectBounded } from './testing/costly-outcomes.fixture.ts'

test('whatever an expression does, its evaluation ends within seconds and half a gigabyte', () => {
  expectBounded(1)
})
