import { describe, expect, it } from 'vitest'
import { type Reason, reasonNodes } from './reasons.ts'
import { someUi } from './ui.fixture.ts'

const ui = someUi()

const reason = (kind: Reason['kind'], text: string, of: Partial<Reason> = {}): Reason => ({
  kind,
  text: { en: text, ru: text, kk: text },
  held: null,
  clause: null,
  value: null,
  source: null,
  because: [],
  ...of,
})

describe('reasons', () => {
  const married = reason('rule', 'The husband is the father', {
    held: true,
    clause: 'act:civil-registration/14.2',
    because: [reason('fact', 'Married', { value: 'true' }), reason('fact', 'What the mother states')],
  })

  it('say a value in the words that came with it', () => {
    const known = { value: 'known', valueText: { en: 'is known', ru: 'известно', kk: 'белгілі' } }
    expect(reasonNodes([reason('fact', 'Income', known)], ui)).toMatchObject([{ value: 'is known' }])
  })

  it('say the rules of decisions with their facts, once, and nothing of what was not known', () => {
    const tree = reasonNodes(
      [
        reason('decision', 'Rules', {
          because: [married, reason('decision', 'Rules too', { value: '{"a":1}', because: [married] })],
        }),
      ],
      ui,
    )
    expect(tree).toEqual([
      {
        key: '0.0',
        text: 'The husband is the father',
        held: true,
        heldWords: 'Holds:',
        clause: 'Clause 14.2',
        because: [{ key: '0.0.0', text: 'Married', held: null, value: 'Yes', because: [] }],
      },
    ])
  })
})
