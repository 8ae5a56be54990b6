import {
  type Effect,
  evaluateFeel,
  give,
  hasEnded,
  type Instance,
  type JsonObject,
  newWorld,
  type Pending,
  type Process,
  pathOf,
  startInstance,
  usualInput,
  type World,
} from '@tereze/bpmn'
import { type Calendar, deadline, type Term } from '@tereze/working-time'
import { Agenda, type Planned } from './agenda.ts'
import { arrivalsOf } from './arrivals.ts'
import { samplerOf } from './distribution.ts'
import { Level } from './level.ts'
import { makeData } from './making.ts'
import { NodeTally } from './node-tally.ts'
import { always, CalendarHours, type OpeningHours } from './opening-hours.ts'
import { Impossible } from './problem.ts'
import { type Random, randomOf } from './random.ts'
import type { Distribution, Making, Scenario, Work } from './scenario.ts'
import { Series } from './series.ts'
import { type Job, StaffPool } from './staff-pool.ts'

/** Most events before a simulation is given up. */
const mostEvents = 5_000_000

const iso = (at: number) => new Date(at).toISOString()

/** One instance with its world: itself and the processes it calls. */
interface Case {
  readonly number: number
  readonly world: World
  readonly instance: Instance
  readonly arrived: number
  readonly random: Random
  readonly open: Map<string, Open>
  /** Activities of ad-hoc sub-processes that have been begun. */
  readonly begun: Set<string>
  waited: number
  worked: number
  visits: number
  papers: number
  handlings: number
}

/** Something that an instance waits for. */
interface Open {
  readonly pending: Pending
  readonly due: string
  /** It is no longer waited for, or (`left`) the simulation ends before it does. */
  cancel(at: number, left: boolean): void
}

/** One thing that an instance did; instants are milliseconds. */
export interface Watched {
  /** Number of the instance, from 1. */
  readonly instance: number
  readonly arrived: number
  readonly at: number
  readonly what: 'entered' | 'left' | 'cancelled' | 'flow'
  /** Node or flow; of a called process `process/element`. */
  readonly element: string
}
/** Is told of everything that instances do, in order. */
export type Watch = (watched: Watched) => void

/** A simulation while it runs; durations and instants are milliseconds. */
export class Running {
  readonly process: Process
  readonly scenario: Scenario
  readonly begin: number
  readonly pools = new Map<string, StaffPool>()
  readonly nodes = new Map<string, NodeTally>()
  readonly flows = new Map<string, number>()
  readonly paths = new Map<string, number>()
  readonly incidents = new Map<string, number>()
  readonly assumed = new Set<string>()
  readonly times: number[] = []
  readonly waits: number[] = []
  readonly efforts: number[] = []
  /** Of finished instances together. */
  readonly burden = { visits: 0, papers: 0, handlings: 0 }
  readonly inSystem: Level
  readonly series: Series
  started = 0
  failed = 0
  now: number
  private readonly processes: readonly Process[]
  private readonly agenda = new Agenda()
  private readonly cases = new Map<number, Case>()
  private readonly hours = new Map<string, OpeningHours>()
  private readonly samplers = new Map<string, () => number>()
  private readonly zone: string

  private readonly watch: Watch | undefined

  constructor(processes: readonly Process[], process: Process, scenario: Scenario, watch?: Watch) {
    this.watch = watch
    this.processes = processes
    this.process = process
    this.scenario = scenario
    this.begin = Date.parse(scenario.begin)
    this.now = this.begin
    this.zone = Object.values(scenario.calendars ?? {})[0]?.zone ?? 'UTC'
    this.inSystem = new Level(this.begin)
    for (const [name, calendar] of Object.entries(scenario.calendars ?? {}))
      this.hours.set(name, new CalendarHours(name, calendar, this.begin))
    for (const [name, pool] of Object.entries(scenario.pools ?? {})) {
      const made: StaffPool = new StaffPool(name, pool, this.hoursOf(pool.calendar), this.begin, at =>
        this.agenda.plan(at, () => made.dispatch(this.now), 1),
      )
      this.pools.set(name, made)
    }
    this.series = new Series(this.begin, 3_600_000, () => ({
      inSystem: this.inSystem.now,
      queues: Object.fromEntries([...this.pools].map(([name, { queue }]) => [name, queue.now])),
    }))
  }

  /** Runs to the end; gives the instant of the end. */
  run(): number {
    const { arrivals, until, instances } = this.scenario
    const stop = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until)
    const coming = arrivalsOf(
      arrivals,
      this.begin,
      this.hoursOf(arrivals.calendar),
      randomOf(this.scenario.seed, 'arrivals'),
    )
    this.planArrival(coming, instances ?? Number.POSITIVE_INFINITY)
    for (let events = 0; ; events++) {
      if (events > mostEvents) throw new Impossible('too-many-events', iso(this.now))
      const next = this.agenda.next()
      if (next === undefined || next > stop) break
      this.series.upTo(next)
      this.now = next
      this.agenda.take()?.run()
    }
    const end = until === undefined ? this.now : stop
    this.series.upTo(end)
    this.settleUnfinished(end)
    return end
  }

  private hoursOf(calendar: string | undefined): OpeningHours {
    return calendar === undefined ? always : (this.hours.get(calendar) ?? always)
  }

  private planArrival(coming: Generator<number>, left: number): void {
    if (left <= 0) return
    const next = coming.next()
    if (next.done) return
    this.agenda.plan(next.value, () => {
      this.arrive()
      this.planArrival(coming, left - 1)
    })
  }

  private arrive(): void {
    const number = ++this.started
    const random = randomOf(this.scenario.seed, `instance ${number}`)
    const data = makeData({}, this.scenario.data ?? [], { now: iso(this.now), zone: this.zone, number, random })
    const world = newWorld(this.processes, iso(this.now), { zone: this.zone, evaluate: evaluateFeel })
    this.inSystem.add(1, this.now)
    const instance = startInstance(world, this.process, String(number), data, this.scenario.arrivals.start)
    const made = {
      number,
      world,
      instance,
      arrived: this.now,
      random,
      open: new Map(),
      begun: new Set<string>(),
      waited: 0,
      worked: 0,
      visits: 0,
      papers: 0,
      handlings: 0,
    }
    this.cases.set(number, made)
    this.follow(made)
  }

  /** Looks at what a case did, and plans what it waits for now. */
  private follow(of: Case): void {
    const thrown: string[] = []
    for (const instance of of.world.instances.values()) {
      for (const effect of instance.effects) this.count(of, instance, effect, thrown)
      instance.effects.length = 0
      instance.log.length = 0
    }
    for (const [id, open] of of.open) {
      const pending = of.world.pending.get(id)
      if (pending && dueOf(pending) === open.due) continue
      of.open.delete(id)
      open.cancel(this.now, false)
    }
    for (const [id, pending] of [...of.world.pending]) if (!of.open.has(id)) of.open.set(id, this.open(of, pending))
    if (hasEnded(of.instance.state)) this.end(of)
    for (const name of thrown) for (const other of [...this.cases.values()]) if (other !== of) this.signal(other, name)
    for (const pool of this.pools.values()) pool.dispatch(this.now)
  }

  private signal(of: Case, name: string): void {
    of.world.now = iso(this.now)
    const waits = [...of.world.pending.values()].some(
      ({ kind, name: awaited }) => kind === 'signal' && awaited === name,
    )
    if (!waits) return
    for (const id of [...of.world.instances.keys()]) give(of.world, id, { type: 'signal', name })
    this.follow(of)
  }

  private count(of: Case, instance: Instance, effect: Effect, thrown: string[]): void {
    if (effect.type === 'signal-thrown') thrown.push(effect.name)
    if (effect.type === 'incident') {
      const key = `${this.keyOf(instance.process, effect.node)} ${effect.code}`
      this.incidents.set(key, (this.incidents.get(key) ?? 0) + 1)
    }
    if (effect.type !== 'history') return
    const key = this.keyOf(instance.process, effect.element)
    this.watch?.({ instance: of.number, arrived: of.arrived, at: this.now, what: effect.what, element: key })
    if (effect.what === 'entered') this.tally(instance.process, effect.element).entered++
    if (effect.what === 'flow') this.flows.set(key, (this.flows.get(key) ?? 0) + 1)
  }

  private keyOf(process: Process, node: string): string {
    return process.id === this.process.id ? node : `${process.id}/${node}`
  }

  private tally(process: Process, node: string): NodeTally {
    const key = this.keyOf(process, node)
    const known = this.nodes.get(key)
    if (known) return known
    const made = new NodeTally(key, process.nodes[node]?.name ?? node, this.begin)
    this.nodes.set(key, made)
    return made
  }

  private draw(name: string, distribution: Distribution): number {
    const known = this.samplers.get(name)
    const sampler = known ?? samplerOf(distribution, randomOf(this.scenario.seed, name))
    if (!known) this.samplers.set(name, sampler)
    return sampler()
  }

  private open(of: Case, pending: Pending): Open {
    const due = dueOf(pending)
    const process = of.world.instances.get(pending.instance)?.process ?? this.process
    const tally = this.tally(process, pending.node)
    const waiting = (at: number | undefined): Open => ({ pending, due, cancel: this.wait(of, pending, tally, at) })
    switch (pending.kind) {
      case 'timer':
        return waiting(this.dueAt(pending))
      case 'message':
      case 'signal': {
        const comes = this.scenario.messages?.[pending.name]
        return waiting(comes && this.now + this.draw(`message ${pending.name}`, comes))
      }
      case 'incident':
        return { pending, due, cancel: () => undefined }
      case 'activities':
        this.agenda.plan(this.now, () => this.offer(of, pending))
        return { pending, due, cancel: () => undefined }
      default:
        return { pending, due, cancel: this.work(of, pending, tally) }
    }
  }

  /** An ad-hoc sub-process: every activity once, in order, then its end. */
  private offer(of: Case, pending: Pending): void {
    const next = pending.activities?.find(activity => !of.begun.has(`${pending.id} ${activity}`))
    of.world.now = iso(this.now)
    if (next !== undefined) {
      of.begun.add(`${pending.id} ${next}`)
      of.open.delete(pending.id)
      give(of.world, pending.instance, { type: 'activate', id: pending.id, node: next })
    } else give(of.world, pending.instance, { type: 'scope-completed', id: pending.id })
    this.follow(of)
  }

  private dueAt({ due, node }: Pending): number {
    if (due === undefined) return this.now
    if ('at' in due) return Math.max(this.now, Date.parse(due.at))
    const { terms, calendars = {} } = this.scenario
    const calendar: Calendar | undefined = terms && calendars[terms.calendar]
    if (!terms || !calendar) throw new Impossible('terms-missing', node)
    const counted = deadline({ from: iso(this.now), term: due.term as Term, calendar, rules: terms.rules })
    if (!counted.ok) throw new Impossible('calendar-ends', terms.calendar)
    return Math.max(this.now, Date.parse(counted.at))
  }

  /** Nobody works: a timer, a message. Gives how to stop waiting. */
  private wait(of: Case, pending: Pending, tally: NodeTally, at: number | undefined): Open['cancel'] {
    const since = this.now
    const planned =
      at !== undefined &&
      this.agenda.plan(at, () => {
        tally.done++
        tally.waits.push(this.now - since)
        tally.totals.push(this.now - since)
        // What a boundary event waits is not time of the case: its activity goes on.
        const boundary =
          of.world.instances.get(pending.instance)?.process.nodes[pending.node]?.type === 'boundary-event'
        if (!boundary) of.waited += this.now - since
        this.answer(of, pending)
      })
    return (_, left) => {
      if (planned) planned.dropped = true
      if (!left) tally.cancelled++
    }
  }

  /** Somebody or something works: waits for a free pair of hands, then for the work. Gives how to stop it. */
  private work(of: Case, pending: Pending, tally: NodeTally): Open['cancel'] {
    const work: Work | undefined = this.scenario.work?.[tally.node]
    if (work === undefined) this.assumed.add(tally.node)
    const effort = work ? this.draw(`work ${tally.node}`, work.takes) : 0
    const pool = this.poolOf(work, pending)
    const since = this.now
    let begun: { readonly at: number; readonly end: Planned } | undefined
    const hours = pool?.hours ?? always
    const spend = (worked: number) => {
      const cost = (worked / 3_600_000) * (work?.costPerHour ?? pool?.costPerHour ?? 0)
      tally.cost += cost
      if (pool) {
        pool.worked += worked
        pool.cost += cost
      }
    }
    const finish = () => {
      spend(effort)
      pool?.release()
      const waited = (begun?.at ?? since) - since
      tally.done++
      tally.efforts.push(effort)
      tally.totals.push(this.now - since)
      of.waited += waited
      of.worked += effort
      of.visits += work?.visits ?? 0
      of.papers += work?.papers ?? 0
      if (pool) of.handlings++
      this.answer(of, pending, work?.then)
    }
    const job: Job = {
      priority: work?.priority ?? 0,
      begin: at => {
        tally.waits.push(at - since)
        pool?.waits.push(at - since)
        if (pool) tally.queue.add(-1, at)
        begun = { at, end: this.agenda.plan(hours.afterWork(at, effort), finish) }
      },
    }
    if (pool) {
      tally.queue.add(1, since)
      pool.add(job, since)
    } else job.begin(since)
    return (at, left) => {
      if (!left) tally.cancelled++
      if (begun === undefined) {
        tally.queue.add(-1, at)
        pool?.remove(job, at)
      } else {
        begun.end.dropped = true
        spend(hours.workedBetween(begun.at, at))
        pool?.release()
      }
    }
  }

  private poolOf(work: Work | undefined, { kind, attributes }: Pending): StaffPool | undefined {
    if (work?.pool !== undefined) return this.pools.get(work.pool)
    return kind === 'task' ? this.pools.get(attributes.role ?? '') : undefined
  }

  private answer(of: Case, pending: Pending, then: readonly Making[] = []): void {
    of.open.delete(pending.id)
    of.world.now = iso(this.now)
    const instance = of.world.instances.get(pending.instance)
    if (instance && then.length > 0) instance.data = this.made(of, instance.data, then)
    const input = usualInput(pending)
    if (input) give(of.world, pending.instance, input)
    this.follow(of)
  }

  private made({ number, random }: Case, data: JsonObject, then: readonly Making[]): JsonObject {
    return makeData(data, then, { now: iso(this.now), zone: this.zone, number, random })
  }

  private end(of: Case): void {
    if (!this.cases.delete(of.number)) return
    this.inSystem.add(-1, this.now)
    if (of.instance.state.status === 'failed') this.failed++
    this.times.push(this.now - of.arrived)
    this.waits.push(of.waited)
    this.efforts.push(of.worked)
    this.burden.visits += of.visits
    this.burden.papers += of.papers
    this.burden.handlings += of.handlings
    const path = pathOf(of.instance.history).join(' → ')
    this.paths.set(path, (this.paths.get(path) ?? 0) + 1)
  }

  /** Work that has begun and is not done at the end counts as far as it was done. */
  private settleUnfinished(end: number): void {
    for (const of of this.cases.values()) for (const open of of.open.values()) open.cancel(end, true)
  }
}

function dueOf({ due, kind }: Pending): string {
  return kind === 'timer' ? JSON.stringify(due ?? null) : ''
}
