import type { AuditLine } from '@tereze/foundation-operations'
import { official, person } from '@tereze/foundation-testing'
import { assert, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { toCef } from './to-cef.ts'
import { toEcs } from './to-ecs.ts'

const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  id: 'audit_01960000-0000-7000-8000-000000000001',
  tenant: 'health',
  time: '2026-03-02T04:00:00.000Z',
  actor: official({ organisation: 'health', roles: ['case-worker', 'registrar'] }),
  operation: 'registers.get-record',
  purpose: 'registers.record.read',
  ground: null,
  subjects: ['subject_a', 'subject_b'],
  fields: ['register:people'],
  outcome: 'done',
  policyVersion: '1',
  correlation: 'c',
  ...changes,
})

/** Reads CEF as a receiver does that knows only its rules: bars that are not escaped, then keys before equals signs that are not escaped. */
function readCef(text: string): { header: string[]; extension: Record<string, string> } {
  const header: string[] = []
  let rest = text
  while (header.length < 7) {
    const found = /^((?:[^\\|]|\\[\\|])*)\|/.exec(rest)
    if (found === null) throw new Error(`no header: ${rest}`)
    header.push((found[1] ?? '').replace(/\\([\\|])/g, '$1'))
    rest = rest.slice(found[0].length)
  }
  const extension: Record<string, string> = {}
  const keys = [...rest.matchAll(/(?:^| )([A-Za-z0-9]+)=/g)].filter(({ index }) => {
    const before = /\\*$/.exec(rest.slice(0, index))
    return (before?.[0].length ?? 0) % 2 === 0
  })
  for (const [n, key] of keys.entries()) {
    const value = rest.slice(key.index + key[0].length, keys[n + 1]?.index ?? rest.length)
    extension[key[1] ?? ''] = value.replace(/\\([\\=nr])/g, (_, letter: string) =>
      letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter,
    )
  }
  return { header, extension }
}

test('a line as CEF: header, who, what, about how many, its place', () => {
  const { header, extension } = readCef(toCef({ index: 7, line: line() }))
  expect(header).toEqual(['CEF:0', 'Tereze', 'Audit log', '1', 'registers.get-record', 'registers.get-record', '2'])
  expect(extension).toEqual({
    rt: '1772424000000',
    externalId: '01960000-0000-7000-8000-000000000001',
    cat: 'registers.record.read',
    act: 'registers.get-record',
    outcome: 'success',
    suid: official().id,
    spriv: 'case-worker registrar',
    cs1Label: 'organisation',
    cs1: 'health',
    cs3Label: 'subjects',
    cs3: 'subject_a subject_b',
    cs4Label: 'fields',
    cs4: 'register:people',
    cs5Label: 'correlation',
    cs5: 'c',
    cn1Label: 'subjects',
    cn1: '2',
    cn2Label: 'place',
    cn2: '7',
  })
})

test('whatever stands in a line, a receiver reads the same out of CEF, on one line', () => {
  const text = string({ unit: 'grapheme', minLength: 1 }).filter(value => !/(?:^| )[A-Za-z0-9]+=/.test(value))
  assert(
    property(record({ operation: text, ground: text, reason: text }), ({ operation, ground, reason }) => {
      const told = toCef({ index: 0, line: line({ operation, ground, outcome: reason }) })
      const { header, extension } = readCef(told)
      expect(told).not.toMatch(/[\r\n]/)
      expect(header[4]).toBe(operation.replace(/[\r\n]+/g, ' '))
      expect(extension.cs2).toBe(ground)
      if (reason !== 'done') expect(extension.reason).toBe(reason)
    }),
  )
  const nasty = readCef(toCef({ index: 0, line: line({ ground: 'a|b = c\\d\ncs1=tax\r' }) }))
  expect([nasty.extension.cs2, nasty.extension.cs1]).toEqual(['a|b = c\\d\ncs1=tax\r', 'health'])
})

test('a value of CEF is never longer than it may be; how many there are is told beside it', () => {
  const subjects = Array.from({ length: 500 }, (_, n) => `subject_${n}`)
  const { extension } = readCef(toCef({ index: 0, line: line({ subjects }) }))
  expect(extension.cs3?.length).toBeLessThanOrEqual(4002)
  expect(extension.cs3?.endsWith(' …')).toBe(true)
  expect(extension.cn1).toBe('500')
})

test('severities tell what was denied from what could not be done', () => {
  const severity = (outcome: string) => readCef(toCef({ index: 0, line: line({ outcome }) })).header[6]
  expect(['done', 'registers.record-not-found', 'operations.permission-missing'].map(severity)).toEqual(['2', '4', '6'])
})

test('a line as a document of ECS, on one line', () => {
  const told = toEcs({ index: 7, line: line({ ground: 'a\nb' }) })
  expect(told).not.toContain('\n')
  expect(JSON.parse(told)).toMatchObject({
    '@timestamp': '2026-03-02T04:00:00.000Z',
    ecs: { version: '8.11.0' },
    event: {
      sequence: 7,
      category: ['api'],
      type: ['access', 'allowed'],
      outcome: 'success',
      action: 'registers.get-record',
    },
    user: { id: official().id, roles: ['case-worker', 'registrar'] },
    organization: { id: 'health' },
    related: { user: [official().id, 'subject_a', 'subject_b'] },
    tereze: { ground: 'a\nb', subjects: ['subject_a', 'subject_b'] },
  })
  const refused = JSON.parse(
    toEcs({
      index: 0,
      line: line({
        outcome: 'operations.permission-missing',
        actor: person({ id: 'subject_c', onBehalfOf: 'subject_d' }),
      }),
    }),
  )
  expect(refused.event).toMatchObject({
    outcome: 'failure',
    type: ['access', 'denied'],
    reason: 'operations.permission-missing',
  })
  expect(refused.related.user).toContain('subject_d')
  const signIn = JSON.parse(toEcs({ index: 0, line: line({ operation: 'identity.check-code' }) }))
  expect(signIn.event).toMatchObject({ category: ['authentication'], type: ['info'] })
})
