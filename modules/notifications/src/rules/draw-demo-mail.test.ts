import { createMessages } from '@tereze/messages'
import { describe, expect, it } from 'vitest'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }
import { drawDemoMail } from './draw-demo-mail.ts'

const messages = createMessages([{ en, ru, kk }])
const item = {
  id: '1',
  channel: 'sms' as const,
  address: '+99955500001',
  subject: null,
  text: '<script>alert(1)</script>\n\nsecond',
  arrivedAt: '2026-03-02T04:00:00.000Z',
}

describe('drawDemoMail', () => {
  it('escapes what people wrote and offers an answer only to SMS', () => {
    const page = drawDemoMail([item, { ...item, channel: 'email', subject: 'A & B' }], messages, 'kk', 'Asia/Almaty')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>second')
    expect(page).not.toContain('<script>')
    expect(page).toContain('A &amp; B')
    expect(page.match(/<form/g)?.length).toBe(1)
    expect(page).toContain('lang="kk"')
  })

  it('looks like the portal, leads back to it, and is there in every language', () => {
    const page = drawDemoMail([item], messages, 'ru', 'UTC')
    expect(page).toContain('<link rel="stylesheet" href="/assets/tereze.css">')
    expect(page).toContain('<a class="back" href="/">На портал</a>')
    for (const code of ['en', 'ru', 'kk']) expect(page).toContain(`href="/demo/mail?language=${code}"`)
    expect(page).toContain('<label for="answer-0">Ваш ответ</label><input class="input" id="answer-0"')
  })

  it('lets one follow the address of a message, and no other', () => {
    const text = 'Open: https://services.example/messages/message_1\nhttps://elsewhere.example/"onclick="x'
    const page = drawDemoMail([{ ...item, text }], messages, 'en', 'UTC')
    expect(page).toContain('<a href="/messages/message_1">https://services.example/messages/message_1</a>')
    expect(page.match(/elsewhere/g)?.length).toBe(1)
    expect(page).toContain('https://elsewhere.example/&quot;onclick=&quot;x')
  })

  it('says when there is nothing', () => {
    expect(drawDemoMail([], messages, 'en', 'UTC')).toContain('Nothing has arrived yet')
  })
})
