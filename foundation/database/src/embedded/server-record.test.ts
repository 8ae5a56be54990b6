import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { adminUrlOf, readOrCreateRecord, urlOf } from './server-record.ts'
import { findSocketFolder, makeSocketFolder, socketFolderOf } from './socket-folder.ts'

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

test('clients come by the socket where there is one, and by TCP where its path would be too long', () => {
  mkdirSync(at('near'))
  const socket = makeSocketFolder(at('near'), undefined)
  expect(socket).toBe(socketFolderOf(at('near')))
  const record = readOrCreateRecord(at('near'))
  const url = new URL(urlOf(record, { port: 5432, socket }))
  expect(url.searchParams.get('host')).toBe(socket)
  expect(url.pathname).toBe('/tereze')
  expect(new URL(adminUrlOf(record, { port: 5432, socket: null })).host).toBe('127.0.0.1:5432')
  expect(findSocketFolder(at('near'), 5432)).toBeNull()
  writeFileSync(join(socket ?? '', '.s.PGSQL.5432'), '')
  expect(findSocketFolder(at('near'), 5432)).toBe(socket)
  makeSocketFolder(at('near'), undefined)
  expect(findSocketFolder(at('near'), 5432)).toBeNull()
  expect(socketFolderOf(at('a-folder-'.repeat(12)))).toBeNull()
})
