import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  callAgain,
  callNext,
  endTicket,
  getBoard,
  getDesk,
  getFigures,
  handOver,
  leaveWindow,
  listHalls,
  openWindow,
  type QueuedTicket,
  takeTicket,
} from '@tereze/reception/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { text } from './text.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const hall = text('North hall', 'Северный зал', 'Солтүстік зал')
const groups = [
  { letter: 'A', title: text('Birth and benefits', 'Рождение и пособия', 'Бала туу және жәрдемақы') },
  { letter: 'B', title: text('Kindergarten and clinic', 'Детский сад и поликлиника', 'Балабақша және емхана') },
]

/** A hall of the sample with two who wait and a colleague at the second window. */
export function sampleReception(now: Date, handler: Handle): SampleHandler[] {
  const ticket = (number: number, letter: string, privilege: string | null): QueuedTicket => ({
    ticket: `ticket_0198a000-0000-7000-8000-00000000000${number}`,
    number: `${letter}-00${number}`,
    letter,
    privilege,
    takenAt: now.toISOString(),
    waited: 240,
    calls: 0,
  })
  const waiting = [ticket(2, 'A', 'disability'), ticket(1, 'A', null)]
  let window: string | null = null
  let called: QueuedTicket | null = null
  const present = () => {
    if (called === null) throw new No('reception.nobody-called', 409, 'Nobody is called to your window')
    return { ticket: called.ticket, number: called.number }
  }
  const figures = { taken: 40, served: 35, noShows: 3, left: 2, median: 420, p90: 1500 }
  const countOf = (letter: string) => waiting.filter(one => one.letter === letter).length
  return [
    handler(listHalls, () => ({ items: [{ unit: 'north', name: hall }] })),
    handler(getBoard, () => ({
      name: hall,
      isOpen: true,
      hours: { from: '09:00', to: '20:00' },
      groups: groups.map(group => ({ ...group, waiting: countOf(group.letter) })),
      privileges: [{ id: 'disability', title: text('Disability', 'Инвалидность', 'Мүгедектік') }],
      called: [
        ...(called === null || window === null
          ? []
          : [{ number: called.number, window, calls: called.calls, at: now.toISOString() }]),
        { number: 'B-007', window: '2', calls: 1, at: now.toISOString() },
      ],
    })),
    handler(getDesk, () => ({
      window,
      called,
      next: waiting,
      waiting: waiting.length,
      windows: [
        { window: '1', groups: ['A'], state: window === '1' ? ('mine' as const) : ('empty' as const) },
        { window: '2', groups: ['A', 'B'], state: 'taken' as const },
      ],
    })),
    handler(openWindow, input => {
      window = input.window
      return { window }
    }),
    handler(leaveWindow, () => {
      const left = window ?? ''
      window = null
      return { window: left }
    }),
    handler(callNext, () => {
      const next = waiting.shift()
      if (next === undefined) throw new No('reception.nobody-waits', 409, 'Nobody waits for your window')
      called = { ...next, calls: 1 }
      return present()
    }),
    handler(callAgain, () => {
      if (called !== null) called = { ...called, calls: called.calls + 1 }
      return present()
    }),
    handler(endTicket, () => {
      const ended = present()
      called = null
      return ended
    }),
    handler(handOver, () => {
      const handed = present()
      called = null
      return handed
    }),
    handler(takeTicket, ({ letter, privilege }) => {
      const before = countOf(letter)
      const taken = ticket(waiting.length + 3, letter, privilege ?? null)
      waiting.push(taken)
      return { ticket: taken.ticket, number: taken.number, before }
    }),
    handler(getFigures, () => ({
      all: figures,
      groups: [{ letter: 'A', figures }],
      hours: [{ hour: 9, figures }],
    })),
  ]
}
