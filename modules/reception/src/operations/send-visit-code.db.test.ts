import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { confirmByCode, openVisit, registerVisitor, sendVisitCode } from '../contract/index.ts'
import { hall, operator } from '../reception-platform.fixture.ts'
import { aigul, timur, visitsPlatform } from '../visits-platform.fixture.ts'

const { run, settle, sent } = await visitsPlatform()
const { organisation } = hall
const me = operator(1)

it('sends no more than three codes in a visit, and each only until the next', async () => {
  const opened = await run(openVisit, { ...hall, person: aigul.person }, me)
  if (isRefused(opened)) throw new Error(opened.code)
  const { visit } = opened
  for (let code = 0; code < 3; code++) {
    expect(await run(sendVisitCode, { organisation, visit }, me)).toEqual({ visit })
    await settle()
  }
  expect(sent).toHaveLength(3)
  expect(await run(sendVisitCode, { organisation, visit }, me)).toMatchObject({ code: 'reception.codes-enough' })
  for (const left of [4, 3, 2, 1, 0])
    expect(await run(confirmByCode, { organisation, visit, code: 'none' }, me)).toMatchObject({ left })
  const code = /\d{6}/.exec(sent[2]?.text ?? '')?.[0] ?? ''
  expect(await run(confirmByCode, { organisation, visit, code }, me)).toMatchObject({ outcome: 'exhausted' })
})

it('registers a visitor with nobody but who keeps the register of people', async () => {
  const visitor = {
    name: { family: 'Demo', given: 'New' },
    born: '1990-01-01',
    sex: 'female' as const,
    citizenship: 'XE',
    document: { kind: 'passport' as const, number: 'N123', country: 'XE' },
    language: 'en' as const,
  }
  expect(await run(registerVisitor, { organisation, visitor }, me)).toMatchObject({ pointer: '/organisation' })
  expect(await run(registerVisitor, { organisation: 'civil-registry', visitor }, me)).toEqual({ person: timur.person })
})
