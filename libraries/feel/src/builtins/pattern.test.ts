import { expect, test } from 'vitest'
import { evaluate } from '../index.ts'

function outcome(text: string): unknown {
  const result = evaluate(text, {})
  return result.ok ? result.value : result.errors[0]?.message
}

test.each<[string, unknown]>([
  ['matches("aA", "(a)\\1", "i")', true],
  ['matches("aA", "(a)\\1")', false],
  ['matches("abcabc", "^(?:(a|b|c)+)(\\1|.)*$")', true],
  ['matches("2026-03-03", "(\\d{2})-\\1$")', true],
  ['matches("a", "\\1(a)")', null],
  ['replace("hello", "(.)\\1", "<$1$1>")', 'he<ll>o'],
  ['split("a--b-c", "(-)\\1")', ['a', 'b-c']],
  ['matches("abc", "[a-z-[aeiou]]{2}$")', true],
  ['matches("x", "\\i\\c*")', true],
  ['matches("Қазақ", "^\\p{IsCyrillic}+$")', true],
  ['matches("a.c", "a\\.c")', true],
  ['matches("ab", "a b", "x")', true],
  ['matches("a b", "a[ ]b", "x")', true],
  ['matches("a(b", "a(b", "q")', true],
  ['matches("a(b", "a(b")', null],
  ['matches("ab", "(?i)AB")', null],
  ['matches("ab", "ab", "z")', null],
  ['replace("abc", "b", "$")', null],
  ['replace("abc", "x*", "-")', null],
  ['replace("a$b", "\\$", "\\$\\$")', 'a$$b'],
  ['split("", ",")', ['']],
])('%s', (text, expected) => {
  expect(outcome(text)).toEqual(expected)
})

test('a pattern with back-references that would go back for ever is given up', () => {
  const started = process.cpuUsage()
  expect(outcome(`matches("${'a'.repeat(200)}b", "^((a+)+)\\\\1c$")`)).toBeNull()
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000)
})
