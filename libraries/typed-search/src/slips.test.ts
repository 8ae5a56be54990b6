import { describe, expect, it } from 'vitest'
import { slipsFrom } from './slips.ts'
import { askedWords, soughtWords } from './words.ts'

const kept = soughtWords(['Талап, улица Сатпаева, 70', 'Талап, Сәтбаев көшесі, 70'])

describe('slipsFrom', () => {
  it.each([
    ['сатпаева 70 ', 0],
    ['сатп', 0],
    ['стапаева', 1],
    ['сатпава', 1],
    ['сатпарева', 1],
    ['саатпаевва', 0],
    ['сатпоева тлап', 2],
    ['сатбаева', 1],
    ['садовая', null],
    ['сатпаева 71 ', null],
    ['тал', 0],
    ['тла', null],
  ])('from "%s" are %s', (typed, slips) => {
    expect(slipsFrom(askedWords(typed), kept)).toBe(slips)
  })
})
