import type { mineService } from '@tereze/cases/contract'
import type { OutputOf, Text } from '@tereze/operation'
import { text } from './text.ts'

type Mined = OutputOf<typeof mineService>

const hour = 3_600
const day = 24 * hour
const spread = (count: number, p50: number) => ({
  count,
  mean: p50 * 1.2,
  p50,
  p90: p50 * 3,
  p99: p50 * 5,
  most: p50 * 6,
})

const step = (
  node: string,
  name: Text,
  given: Partial<Mined['steps'][number]> & { half: number },
): Mined['steps'][number] => {
  const { half, ...rest } = given
  const entered = given.entered ?? 41
  return {
    node,
    name,
    kind: 'task',
    entered,
    done: entered,
    cancelled: 0,
    open: 0,
    again: 0,
    time: spread(entered, half),
    working: spread(entered, half / 3),
    share: 0,
    ...rest,
  }
}

const supply = text('Supply what is missing', 'Донести недостающее', 'Жетіспейтінін әкелу')
const review = text('Review and decide', 'Рассмотреть и решить', 'Қарап, шешім шығару')
const ask = text('Ask other bodies', 'Запросить другие органы', 'Басқа органдардан сұрау')

/** How cases of the sample service went: most of the time goes into waiting for the applicant. */
export const sampleWays: Mined = {
  cases: 120,
  finished: 109,
  isPart: false,
  time: spread(109, 2 * day),
  working: spread(109, 9 * hour),
  steps: [
    step('supply', supply, { half: 5 * day, entered: 18, open: 2, cancelled: 3, share: 0.61 }),
    step('review', review, { half: 6 * hour, open: 9, again: 4, share: 0.27 }),
    step('request-facts', ask, { kind: 'step', half: 90, entered: 120, share: 0.02 }),
    step('register', text('Register', 'Зарегистрировать', 'Тіркеу'), { kind: 'step', half: 0, entered: 120 }),
  ],
  flows: [],
  ways: [
    { tasks: [], count: 66, share: 0.606, time: 20 },
    { tasks: [review], count: 27, share: 0.248, time: 8 * hour },
    { tasks: [supply, review], count: 12, share: 0.11, time: 6 * day },
    { tasks: null, count: 4, share: 0.036, time: 11 * day },
  ],
  waysCount: 9,
}
