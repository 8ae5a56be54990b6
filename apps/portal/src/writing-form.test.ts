import { expect, it } from 'vitest'
import { readWriting } from './writing-form.ts'

const text = { en: '', ru: '', kk: '' }
const topic = (id: string, mandatory: 'email'[]) => ({
  topic: id,
  title: text,
  about: text,
  urgent: false,
  mandatory,
  ground: null,
})
const choice = {
  topics: [topic('decisions', ['email']), topic('records', [])],
  channels: ['email' as const, 'sms' as const],
  preference: {
    language: null,
    zone: null,
    quiet: { kind: 'law' as const },
    refused: [
      { topic: 'records', channel: 'push' as const },
      { topic: 'records', channel: 'sms' as const },
    ],
    daily: [],
  },
}
const read = (form: string) => readWriting(new URLSearchParams(form), choice)

it('refuses what was asked about and not ticked, and never what the law keeps', () => {
  const { wanted } = read(
    'ways-decisions/-=&ways-records/-=&ways-records/-=sms&daily/-=&daily/-=records&daily/-=x&quiet=none',
  )
  expect(wanted).toEqual({
    language: null,
    zone: null,
    quiet: { kind: 'none' },
    refused: [
      { topic: 'decisions', channel: 'sms' },
      // By a channel that is closed for now.
      { topic: 'records', channel: 'push' },
      { topic: 'records', channel: 'email' },
    ],
    daily: ['records'],
  })
})

it('keeps what was not asked about', () => {
  expect(read('').wanted.refused).toEqual(choice.preference.refused)
})

it('takes own hours as they were written, and says nothing for those that were not chosen', () => {
  const sent = read('quiet=own&from=21:00&to=06:00&language=kk&zone=Asia/Almaty')
  expect(sent.wanted).toMatchObject({
    language: 'kk',
    zone: 'Asia/Almaty',
    quiet: { kind: 'own', from: '21:00', to: '06:00' },
  })
  expect(read('quiet=own')).toMatchObject({ from: '', wanted: { quiet: { kind: 'own', from: '00:00', to: '00:00' } } })
})
