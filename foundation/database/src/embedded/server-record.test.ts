import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readOrCreateRecord } from './server-record.ts'

const home = mkdtempSync(join(tmpdir(), 'tereze-record-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const at = (name: string) => join(home, name)

test('a server keeps its name, its port and its passwords, also when its folder is moved', () => {
  mkdirSync(at('one'))
  const made = readOrCreateRecord(at('one'))
  expect(made).toMatchObject({ cluster: expect.stringMatching(/^tereze-[0-9a-f]{12}$/), port: 0 })
  expect(readOrCreateRecord(at('one'))).toEqual(made)
  renameSync(at('one'), at('moved'))
  expect(readOrCreateRecord(at('moved'))).toEqual(made)
})

test('a copy of the folder is another server with the same passwords', () => {
  mkdirSync(at('first'))
  const made = readOrCreateRecord(at('first'))
  cpSync(at('first'), at('copy'), { recursive: true })
  const copied = readOrCreateRecord(at('copy'))
  expect(copied).toMatchObject({ port: 0, password: made.password, adminPassword: made.adminPassword })
  expect(copied.cluster).not.toBe(made.cluster)
  expect(readOrCreateRecord(at('first'))).toEqual(made)
})

test('a record of before folders were remembered keeps its name', () => {
  mkdirSync(at('old'))
  const { home: _, ...old } = readOrCreateRecord(at('old'))
  writeFileSync(join(at('old'), 'server.json'), JSON.stringify(old))
  expect(readOrCreateRecord(at('old')).cluster).toBe(old.cluster)
  expect(JSON.parse(readFileSync(join(at('old'), 'server.json'), 'utf8'))).toHaveProperty('home')
})
