import { job } from '@tereze/foundation-operations'
import { openIdProvider } from '../openid/provider.ts'
import { platform } from '../platform.ts'
import { decideNotice } from '../rules/decide-notice.ts'
import {
  areNoticesDue,
  claimNotices,
  deleteNotice,
  dueNotices,
  releaseNotices,
  updateNoticeDue,
} from '../store/sign-out-notices.ts'

const batch = 32
/** Longer than any call lasts. */
const claimSeconds = 60

/** Tells applications that somebody signed out: claim and commit, tell outside any transaction, commit the outcome. */
export const tellSignOuts = job({
  name: 'identity.tell-sign-outs',
  every: 5_000,
  due: dueNotices,
  async run(context) {
    const now = context.clock.now()
    if (!(await areNoticesDue(context.database, platform, now))) return 0
    const until = new Date(now.getTime() + claimSeconds * 1000)
    const due = await context.write(platform, ({ tx }) =>
      claimNotices(tx, { now, until, node: context.node, limit: batch }),
    )
    if (due.length === 0) return 0
    const provider = context.ports.get(openIdProvider)
    const told = await Promise.allSettled(due.map(notice => provider.tellSignOut(notice)))
    await context.write(platform, async ({ tx }) => {
      for (const [index, { notice, attempts }] of due.entries()) {
        const next = told[index]?.status === 'fulfilled' ? null : decideNotice(attempts, context.clock.now())
        if (next === null) await deleteNotice(tx, notice)
        else await updateNoticeDue(tx, notice, next)
      }
    })
    return due.length
  },
  release: context => context.write(platform, ({ tx }) => releaseNotices(tx, context.clock.now())),
})
