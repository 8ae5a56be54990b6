import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { downloadExport } from '../contract/export.ts'
import { mediaTypes } from '../exporting/media-types.ts'
import { tellFile } from '../exporting/tell-file.ts'

/** Gives a file that was begun while its records are read; no more of it is held than a few portions. */
export const downloadExportProtocol = respond(downloadExport, async (request, context) => {
  const { organisation = '', export: id = '' } = request.params
  const told = await tellFile(context.call, { organisation, export: id })
  if (isRefused(told)) return told
  return {
    status: 200,
    headers: {
      'content-type': mediaTypes[told.format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(told.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
    body: told.pieces,
  }
})
