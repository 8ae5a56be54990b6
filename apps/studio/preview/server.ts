import type { OutputOf } from '@tereze/operation'
import type { getPublication } from '@tereze/studio/contract'
import { type CommonTrouble, type Preview, servePreview } from '../../../tools/web/preview-server.ts'
import { studio } from '../src/index.ts'
import { createSamplePlatform, type SamplePlatform } from './platform.ts'

/** What can be wrong for whoever carries it in the cookie `preview`: troubles, somebody who may only look, or who reviews and publishes, a developer of a region; `at-…`: a legal officer of another body. */
export type Trouble = CommonTrouble | 'observer' | 'reviewer' | 'head' | 'region' | `at-${string}`

/** What a reviewer who is also a publisher is answered. */
function asReviewer(output: OutputOf<typeof getPublication>): OutputOf<typeof getPublication> {
  const { state } = output.publication
  return { ...output, may: { review: state === 'review', publish: state === 'approved', withdraw: false } }
}

/** Serves the built studio under its real policy, with sample drafts in place of a platform. */
export async function startPreview(
  options: { port?: number; now?: Date } = {},
): Promise<Preview & Pick<SamplePlatform, 'colleagueSaves'>> {
  const { handlers, colleagueSaves } = await createSamplePlatform(options.now ?? new Date())
  const preview = await servePreview({
    app: studio,
    platform: handlers,
    roles: ['observer', 'reviewer', 'head'],
    ...(options.port === undefined ? {} : { port: options.port }),
    change(trouble, operation, output) {
      if (trouble === 'head' && operation === 'identity.get-session') return { ...(output as object), roles: ['head'] }
      if (trouble === 'region' && operation === 'identity.get-session')
        return { ...(output as object), organisation: 'north-region' }
      const looksOnly = trouble === 'observer' || trouble === 'reviewer'
      if (looksOnly && operation === 'studio.get-draft') return { ...(output as object), mayWrite: false }
      if (trouble === 'reviewer' && operation === 'studio.get-publication') return asReviewer(output as never)
      if (trouble.startsWith('at-') && operation === 'identity.get-session')
        return { ...(output as object), organisation: trouble.slice(3), roles: ['legal-officer'] }
      if (trouble === 'reviewer' && operation === 'studio.get-work')
        return { ...(output as object), may: { do: true, pass: true, isOwn: false, stop: false } }
      return output
    },
  })
  return { ...preview, colleagueSaves }
}
