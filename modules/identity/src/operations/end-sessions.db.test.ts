import { expect, test } from 'vitest'
import { endSessions } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('all sessions but the asking one end; a foreign or ended one is not found', async () => {
  const sign = async (who: typeof aigul) => JSON.parse((await platform.signIn(platform.newBrowser(), who)).text)
  const [one, two, foreign] = [await sign(aigul), await sign(aigul), await sign(dana)]
  const ask = (session?: string) => platform.runner.call(endSessions, session === undefined ? {} : { session }, two)
  expect(await ask(foreign.session)).toMatchObject({ code: 'identity.session-not-found', pointer: '/session' })
  expect(await ask()).toEqual({ ended: 1 })
  expect(await ask(one.session)).toMatchObject({ code: 'identity.session-not-found' })
  expect(platform.audited.at(-1)).toMatchObject({
    operation: 'identity.end-sessions',
    outcome: 'identity.session-not-found',
  })
})
