import type { AccessLine } from '@tereze/audit/contract'
import type { Packages } from '@tereze/catalogue/contract'
import { describe, expect, it } from 'vitest'
import { viewLook } from './look.ts'

const none: Packages = {
  list: () => [],
  find: () => null,
  versions: () => [],
  standing: () => 'in-force',
  trial: () => null,
  forNew: () => null,
  get: () => {
    throw new Error('there is none')
  },
}
const line = (of: Partial<AccessLine>): AccessLine => ({
  line: 'audit_1',
  time: '2026-03-02T05:00:00.000Z',
  by: 'anonymous',
  actor: 'anonymous',
  roles: [],
  organisation: 'platform',
  operation: 'identity.check-code',
  purpose: 'identity.session.begin',
  ground: null,
  outcome: 'done',
  ...of,
})

describe('viewLook', () => {
  it('tells a sign-in from an attempt that was refused', () => {
    expect(viewLook(none, line({}))).toMatchObject({
      who: { en: 'Your account' },
      what: { en: 'Signed in' },
      refused: false,
    })
    expect(viewLook(none, line({ outcome: 'identity.code-wrong' }))).toMatchObject({
      who: { en: 'Somebody not signed in' },
      what: { en: 'Tried to sign in as you', ru: 'Попытка войти под вашим именем' },
      refused: true,
    })
  })

  it('names the application that came in somebody’s name, and its id where nobody knows it any more', () => {
    const names = new Map([['bank', { en: 'The bank', ru: 'Банк', kk: 'Банк' }]])
    const byBank = line({ by: 'person', actor: 'person_1', operation: 'cases.list-own-cases', applications: ['bank'] })
    expect(viewLook(none, byBank, names)).toMatchObject({
      who: { en: 'The application “The bank” in your name', kk: '«Банк» қолданбасы сіздің атыңыздан' },
      what: { en: 'Looked at the list of your applications' },
    })
    const acting = { ...byBank, applications: ['bank', 'fund'], fields: ['acting-by:tie:parent'] }
    expect(viewLook(none, acting, names).who.en).toBe('A parent, by the application “The bank, fund”')
  })

  it('knows what the own session read', () => {
    const own = line({ by: 'system', actor: 'system:people', operation: 'registers.get-record', own: true })
    expect(viewLook(none, own)).toMatchObject({ self: true, who: { ru: 'Вы' } })
    expect(viewLook(none, { ...own, own: false })).not.toHaveProperty('self')
  })

  it('says in words that an official looked in an emergency', () => {
    const look = viewLook(none, line({ operation: 'registers.get-record', ground: 'emergency:emergency_1' }))
    expect(look.groundText).toEqual({
      en: 'an emergency; the security officer reviews it afterwards',
      ru: 'экстренный случай; потом его проверяет служба безопасности',
      kk: 'төтенше жағдай; кейін оны қауіпсіздік қызметкері тексереді',
    })
    const taken = viewLook(none, line({ operation: 'access.begin-emergency' }))
    expect(taken.what.en).toBe('Took access in an emergency, naming you')
  })

  it('says by what somebody acted for the person', () => {
    const acted = (by: string) =>
      viewLook(none, line({ by: 'person', actor: 'person_1', fields: [`acting-by:${by}`] })).who.en
    expect(acted('tie:parent')).toBe('A parent')
    expect(acted('tie:director')).toBe('The director')
    expect(acted('power_1')).toBe('Somebody to whom a power was given')
  })

  it('says what the person said when asked for consent', () => {
    const said = (consent: string) => viewLook(none, line({ fields: [`consent:${consent}`] })).consent?.en
    expect(said('C-7')).toBe('With your consent No. C-7')
    expect(said('refused')).toBe('You did not consent: nothing was given')
    expect(said('timed-out')).toBe('You did not answer in time: nothing was given')
    expect(viewLook(none, line({}))).not.toHaveProperty('consent')
  })
})
