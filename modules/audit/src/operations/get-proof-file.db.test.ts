import { official, person } from '@tereze/foundation-testing'
import { parseProofFile } from '@tereze/merkle-log'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { getProofFile, listAccesses } from '../contract/index.ts'
import { verifyLog } from '../verify-log.ts'

const platform = await auditPlatform()
const organisation = 'social-protection'
const mother = person()
const stranger = person({ id: 'person_01960000-0000-7000-8000-000000000777' })

test('a person takes the proof of a line about them, and no other; an auditor that of their organisation', async () => {
  const lines = await platform.append(
    platform.newLine({ subjects: [mother.id] }),
    platform.newLine({ tenant: 'health', subjects: [mother.id] }),
  )
  await platform.sealed(2)
  const take = (line: string, actor = person(), of = organisation) =>
    platform.run(getProofFile, { organisation: of, line }, actor)
  const [own = '', ofHealth = ''] = lines.map(({ id }) => id)
  const proof = await take(own)
  if (isRefused(proof)) throw new Error(proof.code)
  expect(parseProofFile(proof.file)).toMatchObject({ index: 0, checkpoint: expect.stringContaining(organisation) })
  expect(await take(ofHealth, mother, 'health')).toMatchObject({ file: expect.any(String) })
  for (const refused of [take(own, stranger), take('audit_none'), take(ofHealth)])
    expect(await refused).toMatchObject({ code: 'audit.line-not-found' })
  const auditor = official({ roles: ['auditor'] })
  expect(await platform.run(getProofFile, { organisation, line: own }, auditor)).toMatchObject({ file: proof.file })
  expect(await platform.run(getProofFile, { organisation: 'health', line: ofHealth }, auditor)).toMatchObject({
    code: 'audit.line-not-found',
  })
})

test('persons stand in the log under pseudonyms; when the key of one is erased nobody can tell whom it speaks of, and it stays whole', async () => {
  const [line] = await platform.append(platform.newLine({ actor: stranger, subjects: [mother.id, stranger.id] }))
  await platform.sealed(1)
  const text = await platform.database.snapshot(({ client }) => client.query('select content::text from audit.lines'))
  expect(JSON.stringify(text.rows)).not.toMatch(/person_/)
  const list = async () => {
    const found = await platform.run(listAccesses, { person: mother.id }, mother)
    if (isRefused(found)) throw new Error(found.code)
    return found.items.map(item => [item.line, item.log])
  }
  expect((await list()).map(([found]) => found)).toContain(line?.id)
  await platform.database.transaction(organisation, tx => platform.keys.erasePerson(tx, mother.id))
  expect((await list()).map(([, where]) => where)).toEqual(['health'])
  expect((await verifyLog(platform.database, organisation, platform.signer)).problems).toEqual([])
  await platform.append(platform.newLine({ subjects: [mother.id] }))
  expect((await list()).length).toBe(1)
})
