import { expect, test } from 'vitest'
import { decidePassword } from './decide-password.ts'

test.each([
  ['short', 'identity.password-short'],
  ['elevenlette', 'identity.password-short'],
  ['password1234', 'identity.password-weak'],
  ['qwertyuiop12', 'identity.password-weak'],
  ['aaaaaaaaaaaaaaaa', 'identity.password-weak'],
  ['aigul.serik.1', 'identity.password-weak'],
  ['iloveyouiloveyou', 'identity.password-weak'],
  ['Terezeportal2026', 'identity.password-weak'],
  ['госуслугипортал', 'identity.password-weak'],
  ['drum lantern orbit hazel', null],
  ['жаңбыр терезе қағады', null],
  ['x7Kq-pW2m-Ztf9', null],
])('%s', (password, expected) => {
  expect(decidePassword(password, ['aigul.serik', 'Aigul Serik'])?.code ?? null).toBe(expected)
})
