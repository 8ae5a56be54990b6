import { signatures as library, type TimestampLine } from '@tereze/foundation-signatures'
import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import { smallPdf } from '../../../foundation/signatures/src/pdf/small-pdf.fixture.ts'
import { outsideClock } from './ports/outside-clock.ts'
import { readySeal } from './ready-seal.ts'
import { sealsPlatform, thing } from './seals.fixture.ts'

const platform = await sealsPlatform()
const actor = anonymous()
const asked: Uint8Array[] = []

async function seal(outside: TimestampLine | null) {
  const surroundings = platform.runner.surroundings(actor, 'correlation', null)
  const ready = await readySeal(
    {
      ...surroundings,
      port: wanted => (wanted.name === outsideClock.name ? (outside as never) : surroundings.port(wanted)),
      origin: 'https://services.example',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
    },
    'health',
  )
  const { readSignatures } = await library()
  const file = await ready.sign(smallPdf(), { name: 'Health', label: 'Seal', reason: 'Issued', thing })
  const read = readSignatures(file, null)
  return read.kind === 'signed' ? read.signatures : []
}

it('is stamped by the outside authority where there is one, and by the own clock while it is silent', async () => {
  // The signature with its time-stamp, and a stamp over the document with all that it is judged by.
  expect(await seal(null)).toMatchObject([
    { fault: null, covers: 'whole', isTimestamp: false, timestamps: [expect.any(Uint8Array)] },
    { fault: null, covers: 'whole', isTimestamp: true },
  ])
  const silent = await seal(async request => {
    asked.push(request)
    return null
  })
  expect(asked.length).toBe(2)
  expect(silent[0]?.timestamps.length).toBe(1)
  await expect(seal(async () => new Uint8Array([0]))).rejects.toThrow('refused')
})
