import { expect, it } from 'vitest'
import { readTheme } from './theme.tsx'

it('takes a theme that was stored, and the machine’s for anything else', () => {
  expect(['dark', 'light', 'system', 'blue', '', null].map(readTheme)).toEqual([
    'dark',
    'light',
    'system',
    'system',
    'system',
    'system',
  ])
})
