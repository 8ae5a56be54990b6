/** The registers with a long one, which is taken out as a file. */
import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type OfficialActor, type ProtocolReply, type Refused } from '@tereze/operation'
import { beginExport, type ExportFormat, importRecords } from './contract/index.ts'
import { done } from './imports-platform.fixture.ts'
import { downloadExportProtocol } from './protocols/download-export.ts'
import { keeper, registersPlatform } from './registers-platform.fixture.ts'

const place = { organisation: 'transport', register: 'vessels' }
const batch = 500

/** The pieces of a file that is told. */
export function piecesOf(reply: ProtocolReply | Refused): AsyncGenerator<Uint8Array> {
  if (isRefused(reply) || typeof reply.body === 'string' || !(Symbol.asyncIterator in reply.body))
    throw new Error('no stream')
  return reply.body as AsyncGenerator<Uint8Array>
}

/** The module with so many vessels, of 0, 1, 2 … tons, and a way to take them out. */
export async function exportsPlatform(vessels: number) {
  const platform = await registersPlatform()
  for (let from = 0; from < vessels; from += batch) {
    const records = Array.from({ length: Math.min(batch, vessels - from) }, (_, at) => ({
      record: `vessel_01960000-0000-7000-8000-${String(from + at).padStart(12, '0')}`,
      validFrom: '2020-01-01',
      data: { name: `Vessel ${from + at}`, port: 'north', status: 'afloat', tons: from + at },
    }))
    done(await platform.run(importRecords, { ...place, import: `batch-${from}`, records }, keeper))
  }
  return {
    platform,
    async download(
      format: ExportFormat,
      { actor = keeper, asOf }: { actor?: OfficialActor; asOf?: string } = {},
    ): Promise<ProtocolReply | Refused> {
      const wanted = { ...place, where: {}, format, ...(asOf === undefined ? {} : { asOf }) }
      const { export: id } = done(await platform.run(beginExport, wanted, keeper))
      const call: ProtocolContext['call'] = (definition, input) => platform.runner.call(definition, input, actor)
      return downloadExportProtocol.respond(
        {
          method: 'POST',
          url: new URL(`http://tests.localhost/v1/register-files/transport/${id}`),
          params: { organisation: 'transport', export: id },
          headers: {},
          cookies: {},
          body: new Uint8Array(),
        },
        { ...platform.runner.surroundings(actor, 'request-1', null), origin: 'http://tests.localhost', call },
      )
    },
  }
}
