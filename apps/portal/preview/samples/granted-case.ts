import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { card2 } from './cases.ts'
import { line, say } from './family.ts'
import { refused } from './refused-case.ts'

/** A case decided for the person. */
export const granted: OutputOf<typeof getOwnCase> = {
  ...refused,
  card: card2,
  holder: say('nobody: everything is done', 'ни у кого: всё сделано', 'ешкімде: бәрі аяқталды'),
  timeline: [
    line('2026-02-23T05:00:20.000Z', 'The bank paid', 'Банк перечислил деньги', 'Банк төледі', 'agency'),
    line(
      '2026-02-23T05:00:03.000Z',
      'Decided by the rule, without a person',
      'Решено по правилу, без участия человека',
      'Ереже бойынша адамсыз шешілді',
      'us',
    ),
    line(
      '2026-02-23T05:00:00.000Z',
      'You confirmed; the case is registered',
      'Вы подтвердили, дело зарегистрировано',
      'Сіз растадыңыз, іс тіркелді',
      'you',
    ),
  ],
  reasons: refused.reasons.map(reason => ({ ...reason, held: true })),
  may: { appeal: true, rate: true, correct: true, withdraw: false, duplicate: true },
}
