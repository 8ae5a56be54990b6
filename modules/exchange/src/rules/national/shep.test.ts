import { describe, expect, it } from 'vitest'
import { decideShepAnswer } from './decide-shep.ts'
import { readShep } from './read-shep.ts'
import { writeShep } from './shep-message.ts'

const time = '2026-03-02T04:00:00.000Z'
const sender = { id: 'us', password: 'p<w' }

describe('messages of ШЭП', () => {
  it('say who asks for which service, with the content as it is', () => {
    const written = writeShep({
      say: 'sync-request',
      id: 'm-1',
      service: 'S',
      time,
      sender,
      content: '<a xmlns="urn:a"/>',
    })
    expect(written).toContain('<password>p&lt;w</password>')
    expect(readShep(written)).toMatchObject({
      heard: 'sync-request',
      id: 'm-1',
      correlation: 'm-1',
      service: 'S',
      sender: 'us',
      content: { xml: '<a xmlns="urn:a"/>' },
    })
    const answer = writeShep({ say: 'sync-response', id: 'm-1', correlation: 'c', time, content: '<a/>' })
    expect(readShep(answer)).toMatchObject({ heard: 'sync-response', ids: ['m-1', 'c'], status: 'SCSS001' })
  })

  it('carry requests and answers in the asynchronous channel, and what became of them', () => {
    const message = { say: 'async-message', type: 'RESPONSE', service: 'S', time, sender, content: '<a/>' } as const
    expect(readShep(writeShep({ ...message, id: 'm', correlation: null }))).toMatchObject({
      type: 'RESPONSE',
      correlation: 'm',
    })
    expect(readShep(writeShep({ say: 'async-taken', id: 'm', correlation: 'c', time }))).toEqual({
      heard: 'taken',
      id: 'm',
      correlation: 'c',
    })
    const fault = writeShep({
      say: 'fault',
      of: 'sendMessageFault1_sendMessageFault',
      code: 'exchange.body-invalid',
      time,
    })
    expect(readShep(fault)).toEqual({ heard: 'fault', code: 'exchange.body-invalid' })
    const delivery = { say: 'delivery', notification: 'n', message: 'm', time, sender } as const
    expect(writeShep({ ...delivery, error: null })).toContain('MESSAGE_ACCEPTED')
    expect(writeShep({ ...delivery, error: 'late' })).toContain('<error><errorCode>late</errorCode>')
  })

  it.each([
    '<a/>',
    '<Body/>',
    '<Body><a/></Body>',
    '<Body><sendMessage/></Body>',
    '<Body><SendMessageResponse/></Body>',
  ])('are not %s', xml => {
    expect(readShep(xml)).toBeNull()
  })
})

it('takes an answer only for the question that was asked', () => {
  const said = { heard: 'sync-response', ids: ['m', 'c'], status: 'SCSS001', content: null } as const
  const about = { id: 'm', none: ['SCSE404'] }
  expect(decideShepAnswer({ ...said, ids: ['x', 'y'] }, about)).toEqual({
    problem: { reason: 'answer-wrong', detail: 'messageId' },
  })
  expect(decideShepAnswer({ ...said, status: 'SCSE404' }, about)).toEqual({ value: null })
  expect(decideShepAnswer({ ...said, status: 'SCSE1' }, about)).toEqual({ refused: 'SCSE1' })
  expect(decideShepAnswer(said, about)).toEqual({ problem: { reason: 'unreadable', detail: 'data' } })
  expect(decideShepAnswer({ heard: 'noted' }, about)).toEqual({ problem: { reason: 'unreadable', detail: 'noted' } })
})
