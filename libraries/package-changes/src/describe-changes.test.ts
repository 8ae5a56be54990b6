import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeChanges } from './describe-changes.ts'

const services = new URL('../../../content/services/', import.meta.url)
const dmn = readFileSync(new URL('family/monthly-child-benefit/decisions/eligibility.dmn', services), 'utf8')

it('tells a decision and a regulation by what they mean', async () => {
  const cell = /<outputEntry[^>]*>\s*<text>([^<]+)<\/text>/.exec(dmn)
  const other = dmn.replace(cell?.[0] ?? '', (cell?.[0] ?? '').replace(cell?.[1] ?? '', '"another"'))
  const told = await describeChanges('decisions/eligibility.dmn', dmn, other, 'en')
  expect(told).toHaveLength(1)
  expect(told?.[0]).toContain('another')
  expect(await describeChanges('decisions/eligibility.dmn', dmn, `${dmn}\n`, 'en')).toHaveLength(1)
  const act = (days: number) => JSON.stringify({ id: 'x', clauses: [], deadline: { workingDays: days } })
  const lines = await describeChanges('digital-regulation.json', act(5), act(7), 'ru')
  expect(lines?.join('\n')).toMatch(/5[\s\S]*7/)
})

it('leaves to a comparison of lines what has no meaning of its own, or cannot be read', async () => {
  expect(await describeChanges('forms/apply.form.json', '{}', '{ }', 'en')).toBeNull()
  expect(await describeChanges('notices/granted.md', 'a', 'b', 'en')).toBeNull()
  expect(await describeChanges('decisions/x.dmn', null, dmn, 'en')).toBeNull()
  expect(await describeChanges('decisions/x.dmn', '<broken', dmn, 'en')).toBeNull()
  expect(await describeChanges('digital-regulation.json', '{ broken', '{}', 'en')).toBeNull()
})
