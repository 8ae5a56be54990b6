import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { watchedChanged } from '@tereze/registers/contract'
import { noticeNotFound, notifyPerson } from '../contract/index.ts'

/** The notice of a register that tells of a change. */
const notice = 'record-changed'

/**
 * Something happened to a record that a person watches: they are told by the register's notice, which says that and when it happened and
 * nothing of the content. Officials see what they watch in the workplace.
 */
export const onWatchedChanged = subscriber({
  name: 'notifications.on-watched-changed',
  on: [watchedChanged],
  tenant: ({ tenant, data }) => (data.watcher.startsWith('person_') ? tenant : null),
  async react({ id, tenant, time, data }, context) {
    const pack = context.port(packages).find('register', data.register)
    if (pack === null) return
    const written = await context.call(notifyPerson, {
      organisation: tenant,
      person: data.watcher,
      case: null,
      package: pack.id,
      version: pack.version,
      notice,
      params: {},
      data: { event: data.event, at: time },
      key: `watch/${id}`,
    })
    // A register that stopped telling of changes since is no reason to hold other messages back.
    if (isRefused(written) && written.code !== noticeNotFound.code) throw new Error(`${notice}: ${written.code}`)
  },
})
