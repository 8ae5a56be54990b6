import { witnessDoubted } from '@tereze/audit/contract'
import { expect, test } from 'vitest'
import { listIncidents } from '../contract/index.ts'
import { organisation, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, runner, settle } = await vigilancePlatform()

test('a witness that doubts a log is an incident of the organisation whose log it is', async () => {
  const log = `services.example/${organisation}/audit`
  const data = { log, witness: 'witness.example', state: 'refused' as const, size: 40 }
  await runner.jobContext('test').write(organisation, context => context.emit(witnessDoubted, { subject: log, data }))
  await settle()
  expect((await must(listIncidents, { organisation })).items).toMatchObject([
    { rule: 'log-doubted', severity: 'high', actor: 'witness.example', title: { en: 'What witness means' } },
  ])
})
