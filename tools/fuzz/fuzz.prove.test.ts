import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { Citizen } from '../../journeys/births/citizen.ts'
import { type Asker, fuzz } from './fuzz.ts'
import { doorsOf, endsSomething } from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-fuzz-'))
const server = await startServerProcess({ folder, people: 300, environment: { TEREZE_RATE: '10000000' } })
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}, 60_000)

const signInPage = (await new Citizen(server.origin, '').open('/sign-in')).text
const identities = [...signInPage.matchAll(/name="identity" value="([^"]+)"/g)].map(([, id = '']) => id)

test.each([11, 23, 42, 77])(
  'every door, asked by everybody in many ways (seed %i), stands',
  async seed => {
    const doors = doorsOf(await (await fetch(new URL('/openapi.json', server.origin))).json())
    const pool = [...identities, 'social-protection', 'civil-registry', 'people', 'births', 'child-benefit', 'en']
    const asksAs = async (identity: string): Promise<Asker> => {
      const citizen = new Citizen(server.origin, identity)
      await citizen.signIn()
      const { formToken } = await citizen.read<{ formToken: string }>('identity/get-session', {})
      const headers = (path: string) => ({ cookie: citizen.cookies(path), 'x-tereze-form': formToken })
      return { name: identity, secrets: [folder], pool, headers }
    }
    const persons = identities.filter(id => id.startsWith('person_')).slice(0, 1)
    const officials = identities.filter(id => id.startsWith('official_')).slice(0, 4)
    expect(officials.length).toBeGreaterThan(1)
    const askers = [
      { name: 'nobody', secrets: [folder], pool, headers: () => ({}) },
      ...(await Promise.all([...persons, ...officials].map(asksAs))),
    ]
    const run = await fuzz({ origin: server.origin, doors, askers, turns: 6, seed, together: 8, last: endsSomething })
    expect(run.faults).toEqual([])
    expect(run.asked).toBeGreaterThan(9000)
    expect(server.output()).not.toMatch(/"level":"error"/)
  },
  3_600_000,
)
