import { getRow, run, sql } from '@tereze/foundation-database'
import { sealedBlobStore } from '@tereze/foundation-files'
import { expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { getCase, getOwnCase, openAttachment, openOwnAttachment } from '../contract/index.ts'
import type { Source } from '../definition/service.ts'
import { forgetAttachments } from '../jobs/forget-attachments.ts'
import { lockCase } from '../store/cases.ts'
import { attachAnswers } from './attach-answer.ts'
import { beginRun } from './case-run.ts'

const cases = await casesPlatform()
const { database } = cases.platform
const job = cases.platform.runner.jobContext('test')
const text = 'an extract'
let last = 0

/** A file that came to an organisation with an answer, checked. */
async function came(organisation: string) {
  const blob = await job.ports.get(sealedBlobStore).write(new TextEncoder().encode(text))
  const file = `01960000-0000-7000-8000-${String(++last).padStart(12, '0')}`
  const sha256 = 'a'.repeat(64)
  await database.transaction(organisation, async tx => {
    await run(
      tx,
      sql`insert into exchange.files (tenant, id, direction, peer, system, contract, purpose, name, media_type, size, sha256, part_size, parts,
          state, virus_check, answer, since, changed_at, until, due_at)
        values (${organisation}, ${file}::uuid, 'received', 'tax-agency', 'platform', 'tax-agency.income-by-person@1', 'benefit-eligibility',
          'extract.txt', 'text/plain', ${text.length}, ${sha256}, 65536, '{h}', 'ready', 'clean', true, now(), now(), now(), now())`,
    )
    await run(
      tx,
      sql`insert into exchange.file_parts (tenant, file, part, blob) values (${organisation}, ${file}::uuid, 1, ${blob})`,
    )
  })
  return { file, name: 'extract.txt', mediaType: 'text/plain', size: text.length, sha256 }
}

async function attach(place: Place, files: Source['files'], file: Awaited<ReturnType<typeof came>>) {
  const source = { id: 'income', files } as Source
  const at = job.clock.now().toISOString()
  const fetched = { source, state: 'found', value: {}, from: 'tax-agency', at, message: null, files: [file] } as const
  await job.write(place.organisation, async context => {
    const row = await lockCase(context.tx, place.case)
    if (row !== null) await attachAnswers(beginRun(context, row), [fetched])
  })
}

it('makes the file of an answer a file of the case, once, for whom its source says; it is held as long as the case has it', async () => {
  const { place, mother } = await cases.inReview()
  const file = await came(place.organisation)
  await attach(place, undefined, file)
  expect(done(await cases.run(getCase, place, cases.head)).files).toEqual([])
  await attach(place, 'officials', file)
  await attach(place, 'officials', await came(place.organisation))
  const seen = done(await cases.run(getCase, place, cases.head)).files ?? []
  expect(seen).toMatchObject([
    { name: 'extract.txt', from: 'agency', organisation: { en: 'Tax Agency' }, checked: true },
  ])
  const which = { ...place, attachment: seen[0]?.id ?? '' }
  const { blob } = done(await cases.run(openAttachment, which, cases.head))
  const bytes = await job.ports.get(sealedBlobStore).find(blob)
  expect(new TextDecoder().decode(bytes ?? new Uint8Array())).toBe(text)
  expect(done(await cases.run(getOwnCase, place, mother.actor)).files).toEqual([])
  expect(await cases.run(openOwnAttachment, which, mother.actor)).toMatchObject({ code: 'cases.attachment-not-found' })

  const holds = () =>
    getRow(database, sql<{ count: number }>`select count(*)::int as count from exchange.file_holds`).then(
      row => row.count,
    )
  expect(await holds()).toBe(1)
  await database.transaction(place.organisation, tx =>
    run(tx, sql`update cases.attachments set case_id = null, leaving = true where id = ${which.attachment}`),
  )
  await forgetAttachments.run(job)
  expect(await holds()).toBe(0)

  await attach(place, 'everybody', await came(place.organisation))
  const own = done(await cases.run(getOwnCase, place, mother.actor)).files ?? []
  expect(own).toMatchObject([{ from: 'agency', size: text.length }])
  const opened = await cases.run(openOwnAttachment, { ...place, attachment: own[0]?.id ?? '' }, mother.actor)
  expect(opened).toMatchObject({ name: 'extract.txt', mediaType: 'text/plain' })
})
