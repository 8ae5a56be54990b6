import { describe, expect, it } from 'vitest'
import { actGround, actName, actSigned } from './act-words.ts'
import { someUi } from './ui.fixture.ts'

const ui = someUi()
const say = (text: string) => ({ en: text, ru: text, kk: text })

describe('a legal act of a case', () => {
  it('says who signed and on which ground in words', () => {
    const act = {
      ground: 'act:administrative-procedure/20.1',
      groundText: say('Law, 20.1'),
      signatoryName: say('A. B.'),
    }
    expect([actSigned(act, ui), actGround(act, ui)]).toEqual(['A. B.', 'Law, 20.1'])
  })

  it('has a name, whatever its kind', () => {
    expect(actName({ kind: 'extension' }, ui)).toBe('Extension of the term')
    expect(actName({ kind: 'sealing', title: say('Sealing of a file') }, ui)).toBe('Sealing of a file')
    expect(actName({ kind: 'sealing' }, ui)).toBe('Legal act')
  })

  it('never shows an id', () => {
    const act = { ground: 'act:administrative-procedure/20.1', automaticClause: 'act:x/1', signatory: 'official_1' }
    expect([actSigned(act, ui), actGround(act, ui)]).toEqual(['', ''])
  })

  it('names the clause, and the one that allowed it without an official', () => {
    expect(actGround({ ground: '7.1', automaticClause: '14.6' }, ui)).toBe(
      'Clause 7.1; without an official, clause 14.6',
    )
  })
})
