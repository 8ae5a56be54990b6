import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigWrong, readConfig, variables } from './index.ts'

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof ConfigWrong)) throw error
    return error.problems.map(problem => problem.variable)
  }
}

describe('readConfig', () => {
  it('works with nothing given: the demo on one port', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 8080,
      publicOrigin: 'http://localhost:8080',
      databaseUrl: null,
      dataFolder: '.tereze',
      roles: ['http', 'worker'],
      demo: true,
      logLevel: 'info',
      bankUrl: null,
    })
    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(config.roles)).toBe(true)
  })

  it('reads what is given and takes an empty variable as absent', () => {
    const config = readConfig({
      PORT: '9000',
      TEREZE_ROLES: 'worker',
      TEREZE_DEMO: 'false',
      TEREZE_ORIGIN: 'https://services.example',
      SMTP_URL: '',
    })
    expect(config).toMatchObject({
      port: 9000,
      roles: ['worker'],
      demo: false,
      publicOrigin: 'https://services.example',
      smtpUrl: null,
    })
  })

  it('names every wrong variable at once, with the way out and without the value', () => {
    const env = { PORT: '80a', DATABASE_URL: 'mysql://secret@x', TEREZE_ROLES: 'http,cook', TEREZE_DEMO: 'maybe' }
    expect(problemsOf(env)).toEqual(['PORT', 'DATABASE_URL', 'TEREZE_ROLES', 'TEREZE_DEMO'])
    expect(() => readConfig(env)).toThrow(/PORT: give a port number/)
    expect(() => readConfig(env)).not.toThrow(/secret/)
  })

  it.each([
    [{ PORT: '65536' }, 'PORT'],
    [{ TEREZE_ROLES: 'http,http' }, 'TEREZE_ROLES'],
    [{ TEREZE_DEMO: 'false' }, 'TEREZE_ORIGIN'],
    [{ TEREZE_ORIGIN: 'https://a.example/path' }, 'TEREZE_ORIGIN'],
    [{ TEREZE_MASTER_KEY: 'short' }, 'TEREZE_MASTER_KEY'],
    [{ SMS_URL: 'https://sms.example' }, 'SMS_SECRET'],
    [{ SMS_SECRET: '0123456789abcdef' }, 'SMS_URL'],
    [{ SMS_URL: 'smpp://smsc.example' }, 'SMS_URL'],
    [{ SMS_URL: 'smpps://a:b@smsc.example:2775', SMS_FROM: 'Too long a name' }, 'SMS_FROM'],
  ])('refuses %j', (env, variable) => {
    expect(problemsOf(env)).toEqual([variable])
  })

  it('wants no secret of a message centre, whose address has its password', () => {
    expect(problemsOf({ SMS_URL: 'smpps://system:password@smsc.example:2775' })).toEqual([])
  })

  it('has every variable in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    for (const { variable } of variables) expect(readme).toContain(`\`${variable}\``)
  })
})
