import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Text } from '@tereze/operation'
import { expect, it } from 'vitest'

const same = (text: string): Text => ({ en: text, ru: text, kk: text })
const font = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`)))
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'].map(font) }],
})
const source = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')

/** Right edge of the text: A4 without the right margin of 20 mm, in points. */
const edge = 595.28 - (20 / 25.4) * 72

/** Where each letter of a drawn page begins, in points from the left. */
function lettersOf(name: string): number[] {
  const long = { en: 'a', ru: `Рождение ${name}`, kk: `Туу ${name}` }
  const picture = {
    languages: ['kk', 'ru'],
    organisation: same('Civil Registry'),
    title: same('Birth certificate'),
    issued: same('2 March 2026'),
    date: '2026-03-02',
    reference: '7K4M',
    verifyUrl: 'http://localhost/verify/7K4M',
    verifyAddress: 'localhost/verify/7K4M',
    key: 'ES256',
    certificate: same('Certificate 4f00'),
    blocks: [
      { kind: 'text', text: long },
      { kind: 'fields', fields: [{ label: same('Child'), value: same(`Zhailauova ${name}`) }] },
      { kind: 'list', items: [{ text: same(name), note: null }] },
    ],
    words: { signed: same('signed'), check: same('check'), qr: same('QR code') },
    qr: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  }
  const { result } = compiler.compile({ mainFileContent: source, inputs: { picture: JSON.stringify(picture) } })
  if (result === null) throw new Error('the page could not be set')
  const frames = [{ left: 0, scale: 1 }]
  const letters: number[] = []
  for (const [, close, tag, attributes = ''] of compiler.svg(result).matchAll(/<(\/?)(g|use)\b([^>]*)>/g)) {
    const { left, scale } = frames.at(-1) ?? { left: 0, scale: 1 }
    if (tag === 'use') letters.push(left + scale * Number(/ x="([-\d.]+)"/.exec(attributes)?.[1] ?? 0))
    else if (close === '/') frames.pop()
    else {
      const moved = Number(/translate\(\s*([-\d.]+)/.exec(attributes)?.[1] ?? 0)
      const scaled = Number(/scale\(\s*([-\d.]+)/.exec(attributes)?.[1] ?? 1)
      frames.push({ left: left + scale * moved, scale: scale * scaled })
    }
  }
  return letters
}

it('breaks a name of sixty wide letters inside the page', () => {
  const letters = lettersOf('Щ'.repeat(60))
  expect(letters.length).toBeGreaterThan(4 * 60)
  expect(Math.max(...letters)).toBeLessThan(edge)
})

it('breaks after hyphens and spaces as before', () => {
  expect(Math.max(...lettersOf(`${'Щ'.repeat(20)} ${'Щ'.repeat(20)}-${'Щ'.repeat(19)}`))).toBeLessThan(edge)
})
