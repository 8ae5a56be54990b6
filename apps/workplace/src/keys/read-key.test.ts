import { describe, expect, it } from 'vitest'
import { readKey } from './read-key.ts'

const press = (key: string, code: string, more: object = {}) =>
  readKey({ key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more })

describe('readKey', () => {
  it('knows a letter under every layout', () => {
    expect(press('j', 'KeyJ')).toBe('j')
    expect(press('о', 'KeyJ')).toBe('j')
    expect(press('і', 'Digit3')).toBe('3')
  })

  it('follows the letter, not the place, where the layout is Latin', () => {
    expect(press('j', 'KeyC')).toBe('j')
  })

  it('finds slash and question mark on a Cyrillic keyboard', () => {
    expect(press('.', 'Slash')).toBe('/')
    expect(press(',', 'Slash', { shiftKey: true })).toBe('?')
    expect(press('?', 'Digit7', { shiftKey: true })).toBe('?')
  })

  it('leaves combinations to the browser', () => {
    expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull()
    expect(press('C', 'KeyC', { shiftKey: true })).toBeNull()
  })

  it('gives names of other keys as they are', () => {
    expect(press('ArrowDown', 'ArrowDown')).toBe('ArrowDown')
    expect(press('Enter', 'Enter')).toBe('Enter')
  })
})
