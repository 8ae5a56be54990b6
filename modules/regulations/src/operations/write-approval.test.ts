import { languages } from '@tereze/operation'
import { expect, it } from 'vitest'
import { type Approved, approvalStatement, approvalTitle } from '../rules/approval-statement.ts'

const approved: Approved = {
  regulation: 'regulation_0195557a-8c00-7000-8000-000000000001',
  title: { en: 'Camp', ru: 'Лагерь', kk: 'Жазғы лагерь' },
  version: '1.0.0',
  body: { en: 'Agency', ru: 'Агентство', kk: 'Агенттік' },
  act: 'Order 12',
  content: 'a'.repeat(64),
}

it('says in each language what is approved, over which text', () => {
  expect(approvalStatement(approved, 'en')).toBe(
    [
      'Approval of a regulation',
      '',
      'Regulation: Camp',
      'Version: 1.0.0',
      'Body: Agency',
      'Act: Order 12',
      `SHA-256 of the text: ${'a'.repeat(64)}`,
      'Identifier: regulation_0195557a-8c00-7000-8000-000000000001',
      '',
    ].join('\n'),
  )
  for (const language of languages) expect(approvalStatement(approved, language)).not.toMatch(/approval\.|[{}]/)
  expect(approvalTitle(approved).kk).toBe('Бекіту: Жазғы лагерь')
})
