import { type CommonTrouble, type Preview, servePreview } from '../../../tools/web/preview-server.ts'
import { studio } from '../src/index.ts'
import { createSamplePlatform, type SamplePlatform } from './platform.ts'

/** What can be wrong for whoever carries it in the cookie `preview`: troubles, or somebody who may only look. */
export type Trouble = CommonTrouble | 'observer'

/** Serves the built studio under its real policy, with sample drafts in place of a platform. */
export async function startPreview(
  options: { port?: number; now?: Date } = {},
): Promise<Preview & Pick<SamplePlatform, 'colleagueSaves'>> {
  const { handlers, colleagueSaves } = await createSamplePlatform(options.now ?? new Date())
  const preview = await servePreview({
    app: studio,
    platform: handlers,
    roles: ['observer'],
    ...(options.port === undefined ? {} : { port: options.port }),
    change: (trouble, operation, output) =>
      trouble === 'observer' && operation === 'studio.get-draft' ? { ...(output as object), mayWrite: false } : output,
  })
  return { ...preview, colleagueSaves }
}
