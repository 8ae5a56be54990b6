import { rows, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { addCodeProgram, getWays, removeCodeProgram, removePassword, setPassword } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { freshLife } from '../rules/decide-fresh.ts'

const platform = await identityPlatform()
const password = 'drum lantern orbit hazel'
const sign = async (who: typeof aigul) => JSON.parse((await platform.signIn(platform.newBrowser(), who)).text)

test('a password is kept as a hash; weak, short and taken ones are refused with their field; an old session may not', async () => {
  const actor = await sign(aigul)
  const set = (signInName: string, given: string, by = actor) =>
    platform.runner.call(setPassword, { signInName, password: given }, by)
  expect(await set('aigul', 'too short')).toMatchObject({ code: 'identity.password-short', pointer: '/password' })
  expect(await set('aigul', 'aigul serik 1')).toMatchObject({ code: 'identity.password-weak', pointer: '/password' })
  expect(await set('Aigul!', password)).toMatchObject({ code: 'operations.input-invalid' })
  expect(await set('aigul', password)).toEqual({ signInName: 'aigul' })
  expect(await set('aigul', password, await sign(dana))).toMatchObject({
    code: 'identity.sign-in-name-taken',
    pointer: '/signInName',
  })
  const kept = await rows(
    platform.database,
    sql<{ text: string }>`select row_to_json(p)::text as text from identity.passwords p`,
  )
  expect(kept).toHaveLength(1)
  expect(kept[0]?.text).not.toContain(password)
  expect(await platform.runner.call(getWays, {}, actor)).toMatchObject({
    signInName: 'aigul',
    codeProgramAddedAt: null,
    preparation: { address: expect.stringContaining('otpauth://totp/') },
  })
  platform.clock.advance({ milliseconds: freshLife })
  expect(await platform.runner.call(getWays, {}, actor)).toMatchObject({ signInName: 'aigul', preparation: null })
  const stale = { code: 'identity.sign-in-stale' }
  expect(await set('aigul', password)).toMatchObject(stale)
  expect(await platform.runner.call(removePassword, {}, actor)).toMatchObject(stale)
  expect(await platform.runner.call(addCodeProgram, { code: '000000' }, actor)).toMatchObject(stale)
  expect(await platform.runner.call(removeCodeProgram, {}, actor)).toMatchObject(stale)
})
