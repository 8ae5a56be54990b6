import { expect, it } from 'vitest'
import { writeDailyLetter } from './write-daily-letter.ts'

it('names each message with its organisation, and leads to the cabinet and to the choice', () => {
  const letter = writeDailyLetter({
    language: 'en',
    sender: 'Platform',
    lines: [
      { organisation: 'Registry', title: 'It goes on' },
      { organisation: 'Health', title: 'Received' },
    ],
    origin: 'https://services.example',
    word: (key, params) => `${key} ${params?.count ?? ''}`.trim(),
  })
  expect(letter).toMatchObject({
    title: 'title 2',
    text: 'It goes on\nRegistry\n\nReceived\nHealth',
    button: { text: 'open', address: 'https://services.example/messages' },
    leave: { text: 'choose', address: 'https://services.example/me/writing' },
  })
})
