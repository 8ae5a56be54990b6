import { addDays, type Calendar, type CivilDate, dayOf, localDateOf, wallClock } from '@tereze/working-time'
import { Impossible } from './problem.ts'

/** A stretch of time that is worked, with the working time before it since the beginning. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly before: number
}

/** When people work. Instants and durations are milliseconds. */
export interface OpeningHours {
  /** The first instant from here on at which they work. */
  nextOpen(at: number): number
  /** The instant at which so much work, begun at an instant, is done. */
  afterWork(at: number, work: number): number
  /** How much working time lies between two instants. */
  workedBetween(from: number, to: number): number
}

/** People, or machines, that never stop. */
export const always: OpeningHours = {
  nextOpen: at => at,
  afterWork: (at, work) => at + work,
  workedBetween: (from, to) => to - from,
}

/** The working hours of a calendar, from an instant on. */
export class CalendarHours implements OpeningHours {
  private readonly calendar: Calendar
  private readonly name: string
  private readonly stretches: Stretch[] = []
  private date: CivilDate
  private total = 0

  constructor(name: string, calendar: Calendar, begin: number) {
    this.name = name
    this.calendar = calendar
    this.date = localDateOf(new Date(begin).toISOString(), calendar.zone)
  }

  nextOpen(at: number): number {
    const found = this.find(at)
    return Math.max(at, found.from)
  }

  afterWork(at: number, work: number): number {
    const first = this.find(at)
    const target = first.before + Math.max(0, at - first.from) + work
    if (work <= first.to - Math.max(at, first.from)) return Math.max(at, first.from) + work
    return this.atWork(target)
  }

  workedBetween(from: number, to: number): number {
    return this.workUntil(to) - this.workUntil(from)
  }

  private workUntil(at: number): number {
    const found = this.find(at)
    return found.before + Math.max(0, at - found.from)
  }

  /** The instant at which the working time since the beginning reaches an amount. */
  private atWork(target: number): number {
    while (this.total < target) this.nextDay()
    const found = this.search(stretch => stretch.before + (stretch.to - stretch.from) >= target)
    return found === undefined ? 0 : found.from + (target - found.before)
  }

  /** The first stretch that is not over at an instant. */
  private find(at: number): Stretch {
    while ((this.stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY) <= at) this.nextDay()
    const found = this.search(stretch => stretch.to > at)
    if (!found) throw new Impossible('calendar-ends', this.name)
    return found
  }

  /** The first stretch for which a test that stays true once it is true holds. */
  private search(holds: (stretch: Stretch) => boolean): Stretch | undefined {
    let [low, high] = [0, this.stretches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const stretch = this.stretches[middle]
      if (stretch && holds(stretch)) high = middle
      else low = middle + 1
    }
    return this.stretches[low]
  }

  private nextDay(): void {
    const day = dayOf(this.calendar, this.date)
    if (day === undefined) throw new Impossible('calendar-ends', this.name)
    if (day.works) {
      const { from, to, shortTo, break: pause } = this.calendar.hours
      const end = day.short && shortTo !== undefined ? shortTo : to
      if (!pause || pause.from >= end) this.open(from, end)
      else {
        this.open(from, pause.from)
        this.open(pause.to, end)
      }
    }
    this.date = addDays(this.date, 1)
  }

  private open(from: string, to: string): void {
    const at = (time: string) => Date.parse(wallClock(this.calendar, this.date, time))
    const stretch = { from: at(from), to: at(to), before: this.total }
    if (stretch.to <= stretch.from) return
    this.stretches.push(stretch)
    this.total += stretch.to - stretch.from
  }
}
