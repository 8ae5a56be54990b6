import { openPackage } from '@tereze/catalogue'
import { expect, test } from 'vitest'
import { changed, openedContent, rewritten, sourceOf } from '../../../catalogue/src/demo-content.fixture.ts'
import { findRuleProblems } from './check-rules.ts'

const all = openedContent()
const source = sourceOf('vigilance', 'vigilance')
const codes = (of: typeof source) => findRuleProblems(openPackage(of), all).map(({ pointer, code }) => [pointer, code])

test('the published rules are whole', () => expect(codes(source)).toEqual([]))

test('a condition that reads what no line says, a service that there is not, missing words', () => {
  const broken = rewritten(source, 'vigilance.json', file => {
    file.incidents = 'service:none'
    const [rule] = file.rules as { lines: string; title: string }[]
    Object.assign(rule ?? {}, { lines: 'actor.name = "x"', title: 'message:none' })
  })
  expect(codes(changed(broken, {}))).toEqual([
    ['/rules/0/lines', 'package.vigilance-name-unknown'],
    ['/rules/0/title', 'package.message-unknown'],
    ['/incidents', 'package.reference-unknown'],
  ])
})
