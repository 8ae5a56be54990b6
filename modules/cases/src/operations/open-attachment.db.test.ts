import { sealedBlobStore } from '@tereze/foundation-files'
import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, claimTask, openAttachment, openOwnAttachment, requestInformation } from '../contract/index.ts'
import { keepFile } from '../files/keep-file.ts'
import { downloadAttachmentProtocol } from '../protocols/download-attachment.ts'
import { uploadAttachmentProtocol } from '../protocols/upload-attachment.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const bytes = new TextEncoder().encode('%PDF-1.7\nincome')

const request = (method: string, params: Record<string, string>, body = new Uint8Array(), query = '') => ({
  method,
  url: new URL(`http://tests.localhost/v1/files${query}`),
  params,
  headers: {},
  cookies: {},
  body,
})

it('gives a file through its door to officials and to whoever brought it, and to nobody else', async () => {
  const { place, task, mother } = await cases.inReview()
  const door = (actor: typeof mother.actor | typeof worker) => ({
    ...cases.platform.runner.surroundings(actor, 'tests', null),
    ...cases.keeping(actor),
    origin: 'http://tests.localhost',
  })
  done(await cases.run(claimTask, task, worker))
  done(await cases.run(requestInformation, { ...task, text: 'Please send the certificate' }, worker))
  await cases.settle()
  const { card } = await cases.seen(place, mother.actor)
  const { organisation, case: id } = place
  const upload = request('POST', { organisation }, bytes, '?name=certificate.pdf')
  const reply = done(await uploadAttachmentProtocol.respond(upload, door(mother.actor)))
  expect(reply.status).toBe(201)
  const file = JSON.parse(String(reply.body))
  const answers = { information: { answer: 'Here', files: [{ id: file.id, name: file.name }] } }
  done(await cases.run(answerTask, { ...place, task: card.yourTask?.task ?? '', answers }, mother.actor))

  const which = { ...place, attachment: file.id }
  const opened = done(await cases.run(openAttachment, which, worker))
  expect(opened).toMatchObject({ name: 'certificate.pdf', mediaType: 'application/pdf', size: bytes.byteLength })
  expect(await cases.keeping(worker).port(sealedBlobStore).find(opened.blob)).toEqual(Buffer.from(bytes))
  expect(done(await cases.run(openOwnAttachment, which, mother.actor))).toEqual(opened)
  for (const actor of [worker, mother.actor]) {
    const download = request('GET', { organisation, case: id, attachment: file.id })
    const given = done(await downloadAttachmentProtocol.respond(download, door(actor)))
    const pieces: Uint8Array[] = []
    for await (const piece of given.body as AsyncIterable<Uint8Array>) pieces.push(piece)
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(bytes))
    expect(given.headers).toMatchObject({ 'content-type': 'application/pdf' })
    expect(given.headers['content-disposition']).toMatch(/^attachment/)
  }

  const stranger = (await cases.mother('low')).actor
  expect(await cases.run(openOwnAttachment, which, stranger)).toMatchObject({ code: 'cases.case-not-found' })
  const loose = done(await keepFile(cases.keeping(mother.actor), { organisation, name: 'loose.pdf', bytes }))
  expect(await cases.run(openAttachment, { ...place, attachment: loose.id }, worker)).toMatchObject({
    code: 'cases.attachment-not-found',
  })
})
