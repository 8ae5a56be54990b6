import { testDatabase } from '@tereze/foundation-testing'
import type pg from 'pg'
import { expect, it } from 'vitest'

const { database } = await testDatabase()

it('a connection has somebody who listens to its end from the moment it is handed out, so that its end is not that of the node', async () => {
  const pool = database.client as unknown as pg.Pool
  const listeners = await new Promise<number>((resolve, reject) => {
    // The pool calls back in the moment in which it takes its own listener off.
    pool.connect((error, client, done) => {
      if (error || client === undefined) return reject(error)
      resolve(client.listenerCount('error'))
      return done()
    })
  })
  expect(listeners).toBeGreaterThan(0)
})
