import { signatures as library } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { samplePower } from '../../../../libraries/power-of-attorney/src/sample.fixture.ts'
import type { PowerCheck } from '../contract/index.ts'
import { signaturesPlatform } from '../signatures-platform.fixture.ts'
import { checkPowerHandler } from './check-power.ts'

const platform = await signaturesPlatform()
const { signCms } = await library()
const organisation = 'DMO-2345'
const head = 'DM-2345-6789-A'
const today = '2026-03-02'
const bytes = (text: string) => new TextEncoder().encode(text)
const inDemo = (xml: string) => xml.replace('PERSON-2', 'DM-9876-5432-B')

async function check(files: Record<string, Uint8Array>): Promise<PowerCheck | { code: string; params: unknown }> {
  const form = new FormData()
  for (const [name, file] of Object.entries(files)) form.set(name, new Blob([new Uint8Array(file)]), `${name}.xml`)
  const sent = new Response(form)
  const reply = await checkPowerHandler.respond(
    {
      method: 'POST',
      url: new URL('https://services.example/signatures/powers/check'),
      params: {},
      cookies: {},
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
      body: new Uint8Array(await sent.arrayBuffer()),
    },
    platform.context(),
  )
  return isRefused(reply) ? { code: reply.code, params: reply.params } : (JSON.parse(String(reply.body)) as PowerCheck)
}

const subject = [
  { type: '2.5.4.3', value: 'Test Head' },
  { type: '2.5.4.5', value: `PNODM-${head}` },
  { type: '2.5.4.97', value: `NTRDM-${organisation}` },
]

it('tells what a power allows, signed by who acts for the firm without one, in force in its register today', async () => {
  const signer = await platform.certify({ subject })
  const signed = async (xml: string) => {
    const file = bytes(inDemo(xml))
    return { file, signature: await signCms(file, signer.key, { claimedAt: platform.clock.now() }) }
  }
  const power = samplePower({ organisation, head })
  const found = await check(await signed(power))
  expect(found).toMatchObject({
    principals: [{ name: 'Almond & Sons', numbers: [{ kind: 'organisation-number', value: organisation }] }],
    delegates: [{ numbers: [{ kind: 'person-number', value: 'DM-9876-5432-B' }] }],
    allows: [{ code: 'apply' }, { code: 'see-cases' }],
    unknown: [],
    faults: [],
    checkedOn: today,
    signature: { verdict: 'valid', level: 'qualified' },
  })
  expect(await check(await signed(samplePower({ organisation, head, until: '2026-03-01' })))).toMatchObject({
    faults: ['over'],
  })
  const revoked = samplePower({ organisation, head, number: '0195557a-8c00-4000-8000-000000000000' })
  expect(await check(await signed(revoked))).toMatchObject({ faults: ['revoked'] })
  expect(await check(await signed(samplePower({ organisation: 'DMO-9999', head, code: 'OTHER' })))).toMatchObject({
    allows: [],
    unknown: [{ code: 'OTHER', name: 'To apply' }],
    faults: ['signer-other', 'codes-unknown'],
  })
  // A file that was changed after it was signed, one that nobody signed, and one of no country that is known here.
  const { signature } = await signed(power)
  const changed = bytes(inDemo(power.replace('2026-12-31', '2027-12-31')))
  expect(await check({ file: changed, signature })).toMatchObject({ faults: ['signature-faulty'] })
  expect(await check({ file: bytes(inDemo(power)) })).toMatchObject({ faults: ['signature-missing'] })
  expect(await check({ file: bytes(samplePower()) })).toMatchObject({ faults: ['numbers-unknown', 'codes-unknown'] })
})

it('refuses what is no power, and names the element', async () => {
  const code = 'signatures.power-unreadable'
  expect(await check({ file: bytes('no xml') })).toMatchObject({ code, params: { fault: 'not_xml', element: 'none' } })
  const wrong = samplePower().replace(/ НомДовер="[^"]*"/, '')
  expect(await check({ file: bytes(wrong) })).toMatchObject({
    code,
    params: { fault: 'missing', element: 'Доверенность/Документ/Довер/СвДов/@НомДовер' },
  })
  expect(await check({})).toMatchObject({ code: 'signatures.file-missing' })
})
