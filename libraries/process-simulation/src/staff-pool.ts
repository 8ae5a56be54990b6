import { Level } from './level.ts'
import type { OpeningHours } from './opening-hours.ts'

/** Something that waits for somebody to do it. */
export interface Job {
  readonly priority: number
  /** Begins at an instant; somebody is busy with it until `release`. */
  begin(at: number): void
}

/** People who do the same work: the highest priority first, then who came first; nobody begins outside of the hours. */
export class StaffPool {
  readonly name: string
  readonly staff: number
  readonly hours: OpeningHours
  readonly costPerHour: number
  readonly queue: Level
  readonly waits: number[] = []
  /** Working time done, and what it cost. */
  worked = 0
  cost = 0
  private free: number
  private readonly lines = new Map<number, Job[]>()
  private wakes: number | undefined
  private readonly wakeAt: (at: number) => void

  constructor(
    name: string,
    settings: { readonly staff: number; readonly costPerHour?: number },
    hours: OpeningHours,
    begin: number,
    wakeAt: (at: number) => void,
  ) {
    this.name = name
    this.staff = settings.staff
    this.free = settings.staff
    this.costPerHour = settings.costPerHour ?? 0
    this.hours = hours
    this.queue = new Level(begin)
    this.wakeAt = wakeAt
  }

  /** Puts a job in line. */
  add(job: Job, at: number): void {
    const line = this.lines.get(job.priority)
    if (line) line.push(job)
    else this.lines.set(job.priority, [job])
    this.queue.add(1, at)
  }

  /** Takes a job that has not begun out of the line. */
  remove(job: Job, at: number): void {
    const line = this.lines.get(job.priority) ?? []
    const place = line.indexOf(job)
    if (place < 0) return
    line.splice(place, 1)
    this.queue.add(-1, at)
  }

  /** Somebody is free again. */
  release(): void {
    this.free++
  }

  /** Begins what can be begun now; asks to be woken at the next opening when there is more. */
  dispatch(at: number): void {
    while (this.free > 0 && this.queue.now > 0) {
      const opens = this.hours.nextOpen(at)
      if (opens > at) {
        if (this.wakes !== opens) this.wakeAt(opens)
        this.wakes = opens
        return
      }
      const priority = Math.max(...[...this.lines].flatMap(([key, line]) => (line.length > 0 ? [key] : [])))
      const job = this.lines.get(priority)?.shift()
      if (!job) return
      this.queue.add(-1, at)
      this.free--
      job.begin(at)
    }
  }
}
