import { setImmediate as turn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { createPosted } from './posted.ts'
import { sendTogether } from './send-together.ts'

/** A connection that notes what it was told, in order. */
function connection() {
  const told: string[] = []
  const stream = { cork: () => told.push('gather'), uncork: () => told.push('send') }
  const query = (text: string) => {
    told.push(text)
    return Promise.resolve({ rows: [] })
  }
  const client = { connection: { stream }, query } as unknown as PoolClient
  const sent = { statements: 0, packets: 0 }
  sendTogether(client, sent)
  return { told, client, sent }
}

test('what is asked in one turn is sent at once, in order, with what follows from settled promises and the commit', async () => {
  const { told, client, sent } = connection()
  client.query('begin')
  client.query('one')
  await Promise.resolve()
  client.query('two')
  await createPosted().sent()
  client.query('commit')
  expect(told).toEqual(['gather', 'begin', 'one', 'two', 'commit'])
  await turn()
  expect(told).toEqual(['gather', 'begin', 'one', 'two', 'commit', 'send'])
  expect(sent).toEqual({ statements: 4, packets: 1 })
})

test('what is asked later goes out later', async () => {
  const { told, client } = connection()
  client.query('one')
  await turn()
  client.query('two')
  await turn()
  expect(told).toEqual(['gather', 'one', 'send', 'gather', 'two', 'send'])
})
