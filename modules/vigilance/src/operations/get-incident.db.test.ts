import { expect, test } from 'vitest'
import { getIncident } from '../contract/index.ts'
import { officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run } = await vigilancePlatform()

test('an incident shows the lines it rests on, without those whom they are about', async () => {
  const lines = [1, 2, 3].map(n => newLine({ subjects: [somebody(n)], fields: ['register:people'] }))
  const [found] = await look(...lines)
  const shown = await must(getIncident, { organisation, incident: found?.incident ?? '' })
  expect(shown.incident).toEqual(found)
  expect(shown.why.en).toBe('What many means')
  expect(shown.lines.map(({ line }) => line)).toEqual(lines.map(({ id }) => id))
  expect(shown.lines[0]).toMatchObject({ operation: 'registers.get-record', subjects: 1, fields: ['register:people'] })
  expect(JSON.stringify(shown)).not.toMatch(/person_|subject_/)
  const other = { organisation: 'health', incident: found?.incident ?? '' }
  expect(await run(getIncident, other, officer)).toMatchObject({ code: 'vigilance.incident-not-found' })
})
