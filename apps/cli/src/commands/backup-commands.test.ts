import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRepository } from '@tereze/foundation-backup'
import { localMasterKey } from '@tereze/foundation-keys'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
const before = { ...process.env }
beforeAll(() => {
  for (const name of ['DATABASE_URL', 'TEREZE_BACKUP', 'TEREZE_MASTER_KEY']) delete process.env[name]
  Object.assign(process.env, { TEREZE_DATA: join(folder, 'data'), TEREZE_DEMO: 'true' })
})
afterAll(() => {
  process.env = before
  rmSync(folder, { recursive: true })
})

test('what is missing or wrong is said with the way out', async () => {
  const kept = join(folder, 'kept')
  const into = join(folder, 'into')
  const said = async (code: number, words: RegExp, ...args: string[]) => {
    const { code: told, err } = await tereze(...args)
    expect([told, err], args.join(' ')).toEqual([code, expect.stringMatching(words)])
  }
  await said(2, /--to \(or TEREZE_BACKUP\) is missing/, 'backup')
  await said(1, /there is no database in/, 'backup', '--to', kept)
  await said(2, /--into is missing/, 'restore', '--from', kept)
  await said(2, /is no moment[\s\S]*zone/, 'restore', '--from', kept, '--into', into, '--until', '2026-11-29')
  await said(1, /there is no backup in/, 'restore', '--from', kept, '--into', into)
  await openRepository(kept, localMasterKey(new Uint8Array(32).fill(9)), { make: true })
  await said(1, /was not wrapped by master key[\s\S]*TEREZE_MASTER_KEY/, 'backup', 'verify', '--from', kept)
  process.env.TEREZE_MASTER_KEY = Buffer.alloc(32, 9).toString('base64url')
  await said(1, /no backup in .* is finished/, 'backup', 'verify', '--from', kept)
  await said(1, /there is no finished backup/, 'restore', '--from', kept, '--into', into)
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none'
  await said(1, /pgBackRest/, 'backup', '--to', kept)
})
