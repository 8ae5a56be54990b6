import { expect, test } from 'vitest'
import { decideAudit, readReport } from './decide-audit.ts'

const weak = (severity: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      kettle: {
        via: [
          { name: 'kettle', severity, title: 'It boils over', url: 'https://advisories.example/GHSA-aaaa-bbbb-cccc' },
        ],
      },
      tea: { via: ['kettle'] },
    },
  })
const borne = { advisory: 'GHSA-aaaa-bbbb-cccc', why: 'We boil nothing.', until: '2026-12-31' }

test.each([
  ['high', [], '2026-11-29', 'weak'],
  ['critical', [], '2026-11-29', 'weak'],
  ['moderate', [], '2026-11-29', 'clean'],
  ['high', [borne], '2026-12-31', 'clean'],
  ['high', [borne], '2027-01-01', 'weak'],
  ['high', [{ ...borne, advisory: 'GHSA-other' }], '2026-11-29', 'weak'],
])('a weakness of level %s, %j borne, on %s is %s', (severity, accepted, today, is) => {
  expect(decideAudit(weak(severity), accepted, today).is).toBe(is)
})

test('each weakness is told once, with its package and number', () => {
  expect(readReport(weak('high'))).toEqual([
    { package: 'kettle', severity: 'high', advisory: 'GHSA-aaaa-bbbb-cccc', title: 'It boils over' },
  ])
  expect(decideAudit('{"auditReportVersion":2,"vulnerabilities":{}}', [], '2026-11-29').is).toBe('clean')
})

test.each([
  ['', ''],
  ['<html>', ''],
  ['{"message":"405 - POST https://registry.example/bulk"}', '405 - POST the registry'],
  ['{"error":{"summary":"no network"}}', 'no network'],
])('%j is no answer', (text, why) => {
  expect(decideAudit(text, [], '2026-11-29')).toEqual({ is: 'unknown', why })
})
