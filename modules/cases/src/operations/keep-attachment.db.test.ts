import { failingVirusCheck, type VirusCheck } from '@tereze/foundation-files'
import { isRefused, type OfficialActor, type PersonActor, systemActor } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { largestAttachment, mostLoose } from '../contract/attachment.ts'
import {
  answerTask,
  claimTask,
  getCase,
  getOwnCase,
  getOwnTask,
  keepAttachment,
  requestInformation,
} from '../contract/index.ts'
import { keepFile } from '../files/keep-file.ts'
import { forgetAttachments } from '../jobs/forget-attachments.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}`)

const organisation = 'social-protection'
const bring = (
  actor: PersonActor | OfficialActor,
  bytes: Uint8Array,
  { name = 'certificate.pdf', scanner }: { name?: string; scanner?: VirusCheck } = {},
) => keepFile(cases.keeping(actor, scanner), { organisation, name, bytes })

/** A question of the official that the mother is to answer. */
async function asked() {
  const { place, task, mother } = await cases.inReview()
  done(await cases.run(claimTask, task, worker))
  done(await cases.run(requestInformation, { ...task, text: 'Please send the certificate' }, worker))
  await cases.settle()
  const { card } = await cases.seen(place, mother.actor)
  return { place, mother, own: { ...place, task: card.yourTask?.task ?? '' } }
}

describe('keep-attachment', () => {
  it('lets a person send files with an answer, once they are what they are called and nobody else’s', async () => {
    const { place, mother, own } = await asked()
    const { form } = done(await cases.run(getOwnTask, own, mother.actor))
    expect(JSON.stringify(form)).toContain('/information/files')
    const file = done(await bring(mother.actor, pdf('income'), { name: 'papers\\анықтама.pdf' }))
    expect(file).toMatchObject({ name: 'анықтама.pdf', mediaType: 'application/pdf', size: 15 })
    const text = done(await bring(mother.actor, new TextEncoder().encode('<script>1</script>'), { name: 'page.html' }))
    expect(text.mediaType).toBe('text/plain')
    const another = done(await bring((await cases.mother('low')).actor, pdf('of another')))
    const answer = (...ids: string[]) => ({
      ...own,
      answers: { information: { answer: 'Here it is', files: ids.map(id => ({ id, name: 'x' })) } },
    })
    expect(await cases.run(answerTask, answer(file.id, another.id), mother.actor)).toMatchObject({
      code: 'cases.answers-invalid',
      also: [{ pointer: '/answers/information/files', code: 'form.file-unknown' }],
    })
    done(await cases.run(answerTask, answer(file.id, text.id), mother.actor))
    await cases.settle()
    const seen = done(await cases.run(getCase, place, worker))
    expect(seen.files?.toSorted((a, b) => b.size - a.size)).toMatchObject([
      { id: text.id, name: 'page.html' },
      { ...file, from: 'applicant', checked: false },
    ])
    expect(seen.requests?.[0]?.files).toEqual([
      { id: file.id, name: 'анықтама.pdf' },
      { id: text.id, name: 'page.html' },
    ])
    expect(done(await cases.run(getOwnCase, place, mother.actor)).files).toHaveLength(2)
    // A file of the case stays in it, and is not sent in anywhere else.
    const elsewhere = await asked()
    expect(await cases.run(answerTask, { ...answer(file.id), ...elsewhere.own }, elsewhere.mother.actor)).toMatchObject(
      { code: 'cases.answers-invalid' },
    )
  })

  it('refuses what is empty, too large, of another type or infected, and what cannot be checked', async () => {
    const { actor } = await cases.mother('low')
    const infected: VirusCheck = { check: async () => ({ found: 'Test.Signature' }) }
    const clean: VirusCheck = { check: async () => 'clean' }
    expect(await bring(actor, new Uint8Array())).toMatchObject({ code: 'cases.attachment-empty' })
    const large = new Uint8Array(largestAttachment + 1)
    expect(await bring(actor, large)).toMatchObject({ code: 'cases.attachment-too-large', params: { megabytes: 10 } })
    const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])
    expect(await bring(actor, program, { name: 'photo.jpg' })).toMatchObject({
      code: 'cases.attachment-type-not-taken',
    })
    expect(await bring(actor, pdf('x'), { scanner: infected })).toMatchObject({ code: 'cases.attachment-infected' })
    expect(await bring(actor, pdf('x'), { scanner: failingVirusCheck() })).toMatchObject({
      code: 'cases.attachment-unchecked',
    })
    expect(isRefused(await bring(actor, pdf('x'), { scanner: clean }))).toBe(false)
  })

  it('keeps only so many that are not sent in, and erases them after a month', async () => {
    const { actor } = await cases.mother('low')
    const { ids } = cases.keeping(actor)
    const { id, ...kept } = done(await bring(actor, pdf('first')))
    const note = { organisation, ...kept, by: actor.id, sha256: '0'.repeat(64), blob: '0'.repeat(64), checked: true }
    for (let number = 1; number < mostLoose; number++)
      done(await cases.run(keepAttachment, { ...note, id: ids.newId('file') }, systemActor('tests', organisation)))
    expect(await bring(actor, pdf('one more'))).toMatchObject({ code: 'cases.attachments-too-many' })
    expect(await cases.run(keepAttachment, { ...note, id }, actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    const later = { now: () => new Date(Date.parse(cases.now()) + 31 * 86_400_000) }
    await forgetAttachments.run({ ...cases.platform.runner.jobContext('tests'), clock: later })
    expect(isRefused(await bring(actor, pdf('one more')))).toBe(false)
  })
})
