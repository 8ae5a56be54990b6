import { expect, test } from 'vitest'
import { decideSession, endOf, idleLife, noteEvery, wholeLife } from './decide-session.ts'

const beganAt = new Date('2026-03-02T04:00:00.000Z')
const at = (milliseconds: number) => new Date(beganAt.getTime() + milliseconds)

test('a session ends half an hour after its last use, and twelve hours after it began', () => {
  expect(decideSession({ beganAt, usedAt: beganAt }, at(idleLife - 1))).not.toBe('ended')
  expect(decideSession({ beganAt, usedAt: beganAt }, at(idleLife))).toBe('ended')
  expect(decideSession({ beganAt, usedAt: at(wholeLife - 1000) }, at(wholeLife - 1))).toBe('open')
  expect(decideSession({ beganAt, usedAt: at(wholeLife - 1000) }, at(wholeLife))).toBe('ended')
  expect(endOf({ beganAt, usedAt: at(wholeLife - 1000) })).toEqual(at(wholeLife))
})

test('use is noted once a minute', () => {
  expect(decideSession({ beganAt, usedAt: beganAt }, at(noteEvery - 1))).toBe('open')
  expect(decideSession({ beganAt, usedAt: beganAt }, at(noteEvery))).toBe('note')
})
