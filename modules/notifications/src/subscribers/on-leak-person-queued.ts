import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getLeakTelling, leakPersonQueued, noteLeakTold } from '@tereze/vigilance/contract'
import { notifyPerson } from '../contract/index.ts'

/**
 * A person is to be told of a leak: written to by the notice of the published access package, by all its channels. The message and the note
 * of it with the leak commit together.
 */
export const onLeakPersonQueued = subscriber({
  name: 'notifications.on-leak-person-queued',
  on: [leakPersonQueued],
  tenant: ({ tenant }) => tenant,
  async react({ tenant, data: { leak, person } }, context) {
    const [pack] = context.port(packages).list('access')
    if (pack === undefined) throw new Error('no access package is published')
    const telling = await context.call(getLeakTelling, { organisation: tenant, leak })
    if (isRefused(telling)) throw new Error(`a person could not be told of a leak: ${telling.code}`)
    const written = await context.call(notifyPerson, {
      organisation: tenant,
      person,
      case: null,
      package: pack.id,
      version: pack.version,
      notice: 'leak',
      params: {},
      data: { known: telling.known, words: telling.words, organisation: tenant },
      key: `leak/${leak}/${person}`,
      mailing: leak,
    })
    if (isRefused(written)) throw new Error(`a person could not be told of a leak: ${written.code}`)
    const noted = await context.call(noteLeakTold, { organisation: tenant, leak, person, message: written.message })
    if (isRefused(noted)) throw new Error(`what a person was told could not be noted: ${noted.code}`)
  },
})
