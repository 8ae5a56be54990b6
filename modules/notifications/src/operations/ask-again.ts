import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { askAgain, notifyPerson } from '../contract/index.ts'
import { countNotices, findAgain } from '../store/messages.ts'

const mostADay = 3
const day = 86_400_000

/** Asks again by the notice that the asking notice names. Three times a day is enough: two machines must not talk forever. */
export const askAgainHandler = handle(askAgain, {
  tenant: input => input.organisation,
  async run({ organisation, person, case: of, task, wrong, key }, context) {
    context.concerns([person])
    const again = await findAgain(context.tx, organisation, { person, case: of, task })
    if (again === null) return { asked: false }
    const since = new Date(context.now.getTime() - day)
    const told = await countNotices(context.tx, organisation, { person, case: of, notice: again.notice, since })
    if (told >= mostADay) return { asked: false }
    const message = await context.call(notifyPerson, {
      organisation,
      ...again,
      person,
      case: of,
      params: { wrong },
      key,
      answerTo: { case: of, task },
    })
    return isRefused(message) ? message : { asked: true }
  },
})
