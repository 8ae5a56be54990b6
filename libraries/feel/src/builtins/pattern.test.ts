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
  ['matches("一", "^[\\p{L}-[a-z一]]$")', false],
  ['matches("é", "^[\\p{L}-[a-z一]]$")', true],
  ['matches("5", "^[^\\D]$")', true],
  ['matches("d", "^[a-z-[a-m-[d]]]$")', true],
  ['matches("c", "^[a-z-[a-m-[d]]]$")', false],
  ['matches("]", "^[\\[-\\]-[x]]$")', true],
  ['matches("😀", "^[\\P{L}-[0-9]]$")', true],
  ['matches("x", "^[\\I]$")', false],
  ['matches("!", "^[\\I\\C]$")', true],
  ['matches("ა", "^\\p{IsGeorgian}$")', true],
  ['matches("a", "^[\\P{IsGeorgian}]$")', true],
  ['matches("ა", "^[\\P{IsGeorgian}]$")', false],
  ['matches("😀", "^\\p{IsEmoticons}$")', true],
  ['matches("α", "^\\p{IsGreek}\\P{IsGreek}?$")', true],
  ['matches("𖄀", "^\\p{IsGurungKhema}$")', true],
  ['matches("a", "\\p{IsNowhere}")', null],
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

test.each([
  ['going back for ever', `matches("${'a'.repeat(200)}b", "^((a+)+)\\\\1c$")`],
  ['a long text', `matches(string join(for i in 1..9000 return "a"), "^(a)\\\\1*$")`],
])('a pattern with back-references is given up: %s', (_, text) => {
  const result = evaluate(text)
  expect(result).toMatchObject({ ok: true, value: null, warnings: [{ code: 'feel.pattern-too-slow' }] })
})
