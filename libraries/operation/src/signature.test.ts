import { expect, it } from 'vitest'
import { signatureKinds, suffices } from './index.ts'

it('takes a signature of the needed kind or a surer one', () => {
  const enough = signatureKinds.map(needed => signatureKinds.filter(kind => suffices(kind, needed)))
  expect(enough).toEqual([['simple', 'advanced', 'qualified'], ['advanced', 'qualified'], ['qualified']])
})
