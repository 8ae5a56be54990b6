import { expect, it } from 'vitest'
import { decideFilesToSend } from './decide-files-to-send.ts'

it.each([
  ['no files', [], null],
  ['all there', ['delivered', 'delivered'], null],
  ['one on its way', ['delivered', 'ready'], { ok: false, code: 'exchange.file-awaited', retry: true }],
  ['one coming', ['uploading'], { ok: false, code: 'exchange.file-awaited', retry: true }],
  ['one refused', ['ready', 'refused'], { ok: false, code: 'exchange.file-refused', retry: false }],
  ['one not kept', ['expired'], { ok: false, code: 'exchange.file-refused', retry: false }],
])('%s', (_name, states, expected) => expect(decideFilesToSend(states)).toEqual(expected))
