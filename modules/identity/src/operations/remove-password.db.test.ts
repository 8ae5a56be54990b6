import { isRefused } from '@tereze/operation'
import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { addCodeProgram, getWays, removePassword, setPassword } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('with the password goes the program that shows codes', async () => {
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  const call = platform.runner.call
  expect(await call(removePassword, {}, actor)).toMatchObject({ code: 'identity.password-not-found' })
  expect(await call(addCodeProgram, { code: '000000' }, actor)).toMatchObject({ code: 'identity.password-not-found' })
  await call(setPassword, { signInName: 'aigul', password: 'drum lantern orbit hazel' }, actor)
  const ways = await call(getWays, {}, actor)
  if (isRefused(ways) || ways.preparation === null) throw new Error('nothing to prepare')
  const epoch = Math.floor(platform.clock.now().getTime() / 1000)
  const code = await generate({ secret: ways.preparation.secret, epoch })
  expect(await call(addCodeProgram, { code }, actor)).toEqual({ added: true })
  expect(await call(removePassword, {}, actor)).toEqual({ removed: true })
  expect(await call(getWays, {}, actor)).toMatchObject({
    signInName: null,
    codeProgramAddedAt: null,
    preparation: null,
  })
})
