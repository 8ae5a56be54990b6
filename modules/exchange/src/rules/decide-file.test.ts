import { describe, expect, it } from 'vitest'
import { type KnownFile, refuseCut, refuseFiles, sizeOfPart } from './decide-file.ts'

const taken = { mediaTypes: ['application/pdf', 'text/csv'], size: 1000, count: 2, keep: 'P30D' }
const sent = { file: 'f-1', name: 'journal.pdf', mediaType: 'application/pdf', size: 900, sha256: 'aa' }
const known: KnownFile = { ...sent, peer: 'ward', contract: 'c.d@1', state: 'ready', reason: null, message: null }
const message = { id: 'm-1', consumer: 'ward', contract: 'c.d@1', files: [sent] }

describe('refuseFiles', () => {
  it.each([
    ['no files', { files: [] }, undefined, known, undefined],
    ['a file that is there', {}, taken, known, undefined],
    ['the same message again', {}, taken, { ...known, message: 'm-1' }, undefined],
    ['a contract that takes none', {}, undefined, known, 'exchange.files-not-taken'],
    ['too many', { files: [sent, sent, sent] }, taken, known, 'exchange.files-too-many'],
    ['too large', {}, { ...taken, size: 899 }, known, 'exchange.file-too-large'],
    ['another type', {}, { ...taken, mediaTypes: ['text/csv'] }, known, 'exchange.file-type-not-taken'],
    ['an unknown file', {}, taken, { ...known, file: 'f-2' }, 'exchange.file-not-found'],
    ["another sender's", {}, taken, { ...known, peer: 'other' }, 'exchange.file-not-found'],
    ["another contract's", {}, taken, { ...known, contract: 'c.e@1' }, 'exchange.file-not-found'],
    ["another message's", {}, taken, { ...known, message: 'm-2' }, 'exchange.file-not-found'],
    ['another digest', {}, taken, { ...known, sha256: 'bb' }, 'exchange.file-not-found'],
    ['parts missing', {}, taken, { ...known, state: 'uploading' }, 'exchange.file-awaited'],
    ['being checked', {}, taken, { ...known, state: 'checking' }, 'exchange.file-awaited'],
    ['a virus', {}, taken, { ...known, state: 'refused', reason: 'virus' }, 'exchange.file-refused'],
    ['not kept any more', {}, taken, { ...known, state: 'expired' }, 'exchange.file-expired'],
  ])('%s', (_name, more, files, file, code) =>
    expect(refuseFiles({ ...message, ...more }, files, [file as KnownFile])?.code).toBe(code),
  )
})

it('cuts files in parts of one size and a rest', () => {
  const cut = { size: 200_001, partSize: 100_000 }
  expect([1, 2, 3].map(part => sizeOfPart(part, cut))).toEqual([100_000, 100_000, 1])
  expect(refuseCut({ ...cut, parts: ['a', 'b', 'c'] })).toBeNull()
  expect(refuseCut({ ...cut, parts: ['a', 'b'] })?.code).toBe('exchange.file-cut-wrong')
})
