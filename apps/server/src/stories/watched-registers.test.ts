import { expect, test } from 'vitest'
import { modules } from '../composition/modules.ts'
import { upkeep } from './watched-registers.ts'

/** Jobs that cannot say in SQL: what they look for is in packages, in an outside queue or in keys. They are run whenever anything is. */
const unsaid = ['cases.arm-starts', 'exchange.collect-national', 'exchange.renew-keys']

test('every job says when it is due, or is upkeep that stories go without', () => {
  const jobs = modules.flatMap(module => module.jobs)
  expect(
    jobs
      .filter(({ due, name }) => due === undefined && !upkeep.has(name))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(unsaid)
  expect([...upkeep].filter(name => !jobs.some(job => job.name === name))).toEqual([])
})
