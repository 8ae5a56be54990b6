import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')

type Tokens = Readonly<Record<string, string>>

/** The colour tokens of a block, over those it inherits. */
function tokensOf(block: string, under: Tokens = {}): Tokens {
  const found = [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value])
  return { ...under, ...Object.fromEntries(found) }
}

const blocks = css.split(/(?=^(?::root|@media))/m)
const block = (start: string): string => {
  const found = blocks.find(candidate => candidate.startsWith(start))
  if (found === undefined) throw new Error(`no block ${start}`)
  return found
}
const light = tokensOf(block(':root {'))
const dark = tokensOf(block(':root[data-theme="dark"]'), light)
const themes: Readonly<Record<string, Tokens>> = {
  light,
  dark,
  'dark by the device': tokensOf(block('@media (prefers-color-scheme: dark)'), light),
  'high contrast': tokensOf(block('@media (prefers-contrast: more) {'), light),
  'dark, high contrast': tokensOf(
    block('@media (prefers-contrast: more) and'),
    tokensOf(block('@media (prefers-contrast: more) {'), dark),
  ),
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['paper', 'pane', 'sunk', 'sky-wash', 'steppe-wash', 'saffron-wash', 'poppy-wash']
/** Text colour → surfaces that it stands on. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', surfaces],
  ['soft', surfaces],
  ['sky', ['paper', 'pane', 'sunk', 'sky-wash']],
  ['sky-deep', ['paper', 'pane', 'sunk', 'sky-wash']],
  ['steppe', ['paper', 'pane', 'steppe-wash']],
  ['saffron-ink', ['paper', 'pane', 'saffron-wash']],
  ['poppy', ['paper', 'pane', 'poppy-wash']],
  ['on-sky', ['sky', 'sky-deep']],
  ['on-steppe', ['steppe']],
  ['on-saffron', ['saffron']],
  ['on-poppy', ['poppy']],
]

describe.each(Object.entries(themes))('%s', (_, tokens) => {
  it('every text stands at least 4.5:1 against what it stands on', () => {
    const weak = texts.flatMap(([text, grounds]) =>
      grounds
        .map(ground => ({ text, ground, ratio: contrast(tokens[text] ?? '', tokens[ground] ?? '') }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    )
    expect(weak).toEqual([])
  })

  it('edges of controls and the focus ring stand at least 3:1', () => {
    for (const ground of ['paper', 'pane']) {
      expect(contrast(tokens.edge ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(tokens.focus ?? '', tokens['focus-edge'] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('the device’s dark theme and the chosen one are the same', () => {
  expect(themes['dark by the device']).toEqual(dark)
})
