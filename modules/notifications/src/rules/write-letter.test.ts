import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { darkLetter, lightLetter } from './letter-colours.ts'
import { type LetterParts, writeLetter } from './write-letter.ts'

const parts: LetterParts = {
  language: 'kk',
  sender: 'АХАЖ',
  title: 'Есім «A & B»',
  text: 'Бірінші <b>жол</b>\nекінші жол\n\n\nСоңғы "абзац"',
  button: { text: 'Ашу', address: 'https://services.example/messages/message_1?a=1&b="2"' },
  notes: ['Бірінші ескерту.', 'Екінші ескерту.'],
}
const named = (name: string) => name.replace('onSky', 'on-sky')
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('writeLetter', () => {
  const { text, html } = writeLetter(parts)

  it('says the same as text and as HTML', () => {
    expect(text).toBe(
      'Бірінші <b>жол</b>\nекінші жол\n\nСоңғы "абзац"\n\n' +
        'Ашу: https://services.example/messages/message_1?a=1&b="2"\n\n-- \nАХАЖ\nБірінші ескерту.\nЕкінші ескерту.\n',
    )
    const read = html
      .replace(/<(head)>[\s\S]*<\/\1>/, '')
      .replaceAll('<br>', '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    const lines = (all: string) => all.split('\n').flatMap(line => line.trim() || [])
    expect(lines(read)).toEqual([
      parts.title,
      ...lines(text).flatMap(line => (line === '--' ? [] : line.replace(/: https:.*$/, ''))),
    ])
  })

  it('lets nothing of what people wrote become a tag or leave an attribute', () => {
    expect(html).toContain('Бірінші &lt;b&gt;жол&lt;/b&gt;<br>екінші жол')
    expect(html).toContain('<title>Есім «A &amp; B»</title>')
    expect(html).toContain('href="https://services.example/messages/message_1?a=1&amp;b=&quot;2&quot;"')
  })

  it('fetches nothing, has one link, and names its language', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|video)\b|url\(|@import|src=/i)
    expect(html.match(/<a /g)?.length).toBe(1)
    expect(html.match(/https?:/g)?.length).toBe(1)
    expect(html).toContain('<html lang="kk" dir="ltr">')
  })

  it('is readable by day and in the dark, in the colours of the screens', () => {
    const tokens = readFileSync(new URL('../../../../ui/components/src/styles/tokens.css', import.meta.url), 'utf8')
    const [day = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
    for (const [colours, block] of [
      [lightLetter, day],
      [darkLetter, dark],
    ] as const) {
      for (const [name, colour] of Object.entries(colours)) expect(block).toContain(`--${named(name)}: ${colour};`)
      expect(contrast(colours.ink, colours.pane)).toBeGreaterThan(7)
      expect(contrast(colours.soft, colours.pane)).toBeGreaterThan(4.5)
      expect(contrast(colours.onSky, colours.sky)).toBeGreaterThan(4.5)
      for (const name of ['paper', 'pane', 'ink', 'soft', 'sky', 'onSky'] as const)
        expect(html).toContain(colours[name])
    }
  })

  it('says below where such letters are ended, in both forms', () => {
    const leave = { text: 'Жібермеу', address: 'https://services.example/leave/a' }
    const ended = writeLetter({ ...parts, leave })
    expect(ended.text).toContain('Екінші ескерту.\nЖібермеу: https://services.example/leave/a\n')
    expect(ended.html).toContain('<a class="soft" href="https://services.example/leave/a"')
  })
})
