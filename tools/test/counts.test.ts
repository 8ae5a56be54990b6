import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { add, explain, judge, nothing, readLastLine, writeLastLine } from './counts.ts'
import { readFailures, readReport, readTally } from './vitest-step.ts'

test('the last line is written and read the same', () => {
  const counts = { passed: 12, failed: 3, skipped: 0 }
  expect(readLastLine(`much\nelse\n${writeLastLine(counts)}\n`)).toEqual(counts)
  expect(readLastLine('12 passed, 3 failed\nand then a crash')).toBeUndefined()
  expect(add(counts, counts)).toEqual({ passed: 24, failed: 6, skipped: 0 })
})

test('a step that crashed failed even when no test did', () => {
  expect(judge({ passed: 5, failed: 0, skipped: 0 }, { endedWell: false, timedOut: false, required: true })).toEqual({
    passed: 5,
    failed: 1,
    skipped: 0,
  })
})

test('a step that must have tests and ran none failed', () => {
  expect(judge(nothing, { endedWell: true, timedOut: false, required: true }).failed).toBe(1)
  expect(judge({ ...nothing, skipped: 7 }, { endedWell: true, timedOut: false, required: true }).failed).toBe(1)
  expect(judge(nothing, { endedWell: true, timedOut: false, required: false }).failed).toBe(0)
})

test('a test file that could not be loaded failed once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { name: join(folder, 'a.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] },
      {
        name: join(folder, 'b.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          { status: 'failed', fullName: 'takes away', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nto be 2'] },
        ],
      },
    ],
  }
  writeFileSync(file, JSON.stringify(report))
  expect(readReport(file)).toEqual({ passed: 4, failed: 2, skipped: 2 })
  expect(readFailures(file, folder)).toEqual([
    'a.test.ts\n    no such module',
    'b.test.ts > takes away\n    expected 1\n    to be 2',
  ])
  expect(readReport(join(folder, 'missing.json'))).toEqual(nothing)
})

test('a step that was ended for its time says so and keeps what it counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-tally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'database.tally')
  writeFileSync(file, 'passed\npassed\nskipped\nfailed\npassed\n')
  const found = readTally(file)
  expect(found).toEqual({ passed: 3, failed: 1, skipped: 1 })
  const ended = { endedWell: false, timedOut: true, required: true }
  expect(judge(found, ended)).toEqual({ passed: 3, failed: 2, skipped: 1 })
  const words = explain({ name: 'database', minutes: 12 }, found, ended)
  expect(words).toContain('longer than its 12 minutes')
  expect(words).toContain('3 passed, 1 failed')
  expect(readTally(join(folder, 'missing.tally'))).toEqual(nothing)
})
