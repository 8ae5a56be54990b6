import { expect, it } from 'vitest'
import { benchProcess } from './bench-process.ts'

it('tells the process of a bench neither the database nor the keys of the node', () => {
  const env = {
    DATABASE_URL: 'postgres://tereze:secret@db/tereze',
    TEREZE_MASTER_KEY: 'secret',
    NODE_OPTIONS: '--require /secret.js',
    TZ: 'UTC',
    PATH: '/usr/bin',
  }
  const execArgv = ['--env-file=.env', '--env-file-if-exists=.local', '--inspect=9229', '--watch', '--no-warnings']
  expect(benchProcess('/data/bench-1', 512, { env, execArgv })).toEqual({
    env: { TZ: 'UTC', PATH: '/usr/bin', TMPDIR: '/data/bench-1', TMP: '/data/bench-1', TEMP: '/data/bench-1' },
    execArgv: ['--no-warnings', '--max-old-space-size=512'],
  })
})
