import { signatures as library, type TimestampLine } from '@tereze/foundation-signatures'
import { anonymous } from '@tereze/operation'
import { expect, it } from 'vitest'
import { outsideClock } from './ports/outside-clock.ts'
import { readySeal } from './ready-seal.ts'
import { sealsPlatform } from './seals.fixture.ts'

const platform = await sealsPlatform()
const actor = anonymous()
const asked: Uint8Array[] = []

/** A page of nothing, as small as a PDF can be. */
function smallPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\n`
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF`)
}

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
  const file = await ready.sign(smallPdf(), { name: 'Health', label: 'Seal', reason: 'Issued' })
  const read = readSignatures(file, null)
  return read.kind === 'signed' ? read.signatures[0] : undefined
}

it('is stamped by the outside authority where there is one, and by the own clock while it is silent', async () => {
  expect(await seal(null)).toMatchObject({ fault: null, covers: 'whole', timestamps: [expect.any(Uint8Array)] })
  const silent = await seal(async request => {
    asked.push(request)
    return null
  })
  expect(asked.length).toBe(1)
  expect(silent?.timestamps.length).toBe(1)
  await expect(seal(async () => new Uint8Array([0]))).rejects.toThrow('refused')
})
