import { expect, it } from 'vitest'
import { refuseAnswered, refuseNamed } from './decide-answer-files.ts'
import type { KnownFile } from './decide-file.ts'

const taken = { mediaTypes: ['application/pdf'], size: 1000, count: 2, keep: 'P1D' }
const file = (number: number) => ({
  file: `01960000-0000-7000-8000-00000000000${number}`,
  name: 'extract.pdf',
  mediaType: 'application/pdf',
  size: 10,
  sha256: 'a'.repeat(64),
})
const known = (number: number, more: Partial<KnownFile> = {}): KnownFile => ({
  ...file(number),
  peer: 'tax-agency',
  contract: 'tax-agency.x@1',
  state: 'ready',
  reason: null,
  message: 'm',
  ...more,
})

it('refuses files of an answer that its contract does not promise', () => {
  const code = (files: Parameters<typeof refuseNamed>[2], promised: typeof taken | undefined = taken) =>
    refuseNamed('tax-agency.x@1', promised, files)?.code ?? null
  expect(code([file(1), file(2)])).toBeNull()
  expect(code([])).toBeNull()
  expect(refuseNamed('tax-agency.x@1', undefined, [file(1)])?.code).toBe('exchange.files-not-taken')
  expect(code([file(1), file(2), file(3)])).toBe('exchange.files-too-many')
  expect(code([file(1), file(1)])).toBe('exchange.files-too-many')
  expect(code([{ ...file(1), size: 1001 }])).toBe('exchange.file-too-large')
  expect(code([{ ...file(1), mediaType: 'image/png' }])).toBe('exchange.file-type-not-taken')
})

it('waits until every file of the answer is here as it was named, and gives up for good when one cannot be used', () => {
  const files = [file(1), file(2)]
  const code = (...all: KnownFile[]) => refuseAnswered('m', files, all)?.code ?? null
  expect(code(known(1), known(2))).toBeNull()
  expect(code(known(1))).toBe('exchange.file-awaited')
  expect(code(known(1, { state: 'uploading' }), known(2, { state: 'checking' }))).toBe('exchange.file-awaited')
  expect(code(known(1, { state: 'checking' }), known(2, { state: 'refused', reason: 'virus' }))).toBe(
    'exchange.file-refused',
  )
  expect(code(known(1, { state: 'expired' }), known(2))).toBe('exchange.file-expired')
  expect(code(known(1, { sha256: 'b'.repeat(64) }), known(2))).toBe('exchange.file-awaited')
  expect(code(known(1, { message: 'another' }), known(2))).toBe('exchange.file-awaited')
})
