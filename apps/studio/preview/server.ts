import { type CommonTrouble, type Preview, servePreview } from '../../../tools/web/preview-server.ts'
import { studio } from '../src/index.ts'
import { createSamplePlatform } from './platform.ts'

/** What can be wrong for whoever carries it in the cookie `preview`: troubles, somebody who may only look, somebody who saved meanwhile. */
export type Trouble = CommonTrouble | 'observer'

/** Serves the built studio under its real policy, with sample drafts in place of a platform. */
export async function startPreview(options: { port?: number; now?: Date } = {}): Promise<Preview> {
  return servePreview({
    app: studio,
    platform: await createSamplePlatform(options.now ?? new Date()),
    roles: ['observer'],
    ...(options.port === undefined ? {} : { port: options.port }),
    change: (trouble, operation, output) =>
      trouble === 'observer' && operation === 'studio.get-draft' ? { ...(output as object), mayWrite: false } : output,
  })
}
