import { hasEnded } from '@tereze/bpmn'
import type { Open } from '../rules/decide-waiting.ts'
import type { CaseRow, LastPlaces, Loaded } from '../store/cases.ts'
import type { DeadlineRow } from '../store/deadlines.ts'
import type { InstanceRow } from '../store/instances.ts'
import type { MessageRow, SubscriptionRow } from '../store/messages.ts'
import type { ActRow, DecisionRow, HistoryRow, IncidentRow, TimelineRow } from '../store/records.ts'
import type { NewTask, TaskEnd } from '../store/tasks.ts'
import type { NewWatch } from '../store/watches.ts'
import type { NewWork, WorkKind } from '../store/work.ts'
import type { CaseWrites, Placed } from '../store/writes.ts'

/** What moving a case has made so far and is not written yet. Nothing here reads or writes the database. */
export class CaseDraft {
  /** Instances that this transaction knows, by id, as they stand now. */
  private readonly known: Map<string, InstanceRow>
  private readonly instances = new Map<string, InstanceRow>()
  private readonly tasks = new Map<string, NewTask & { end: TaskEnd | null }>()
  private readonly endedTasks = new Map<string, TaskEnd & { readonly id: string }>()
  private readonly work = new Map<string, NewWork>()
  /** Tasks that are open now, with whose they are, and work that is waited for now, with its kind. */
  private readonly openTasks: Map<string, string | null>
  private readonly queued: Map<string, WorkKind>
  private readonly deletedWork = new Set<string>()
  private readonly subscriptions = new Map<string, SubscriptionRow>()
  private readonly deletedSubscriptions = new Set<string>()
  private readonly messages = new Map<string, MessageRow>()
  private readonly acts: Placed<ActRow>[] = []
  private readonly decisions: Placed<Omit<DecisionRow, 'trace'> & { readonly trace: Uint8Array | null }>[] = []
  private readonly timeline: Placed<TimelineRow>[] = []
  private readonly history: Placed<Omit<HistoryRow, 'ordinal'> & { readonly at: string }>[] = []
  private readonly incidents = new Map<string, IncidentRow & { resolvedAt: string | null }>()
  private readonly resolved = new Map<string, { readonly id: string; readonly at: string }>()
  /** Officials who completed tasks in this transaction, by instance: the last. */
  private readonly officials = new Map<string, string>()
  private readonly last: { -readonly [Kind in keyof LastPlaces]: number }
  private readonly caseId: string
  private deadline: DeadlineRow | null = null
  private readonly watches = new Map<string, NewWatch>()
  private counted = 0

  constructor(caseId: string, loaded: Loaded | undefined) {
    this.caseId = caseId
    this.known = new Map(loaded?.instances.map(instance => [instance.id, instance]))
    this.openTasks = new Map(loaded?.tasks.map(({ id, person }) => [id, person]))
    this.queued = new Map(loaded?.work.map(({ id, kind }) => [id, kind]))
    this.last = { ...(loaded?.last ?? { acts: 0, decisions: 0, timeline: 0, history: 0 }) }
  }

  /** The next number of this run, from 0: for ids of rows that share their instant. */
  count(): number {
    return this.counted++
  }

  private place(kind: keyof LastPlaces): { caseId: string; ordinal: number } {
    return { caseId: this.caseId, ordinal: ++this.last[kind] }
  }

  /** An instance that has not ended, or that this run has moved. */
  findInstance(id: string): InstanceRow | null {
    return this.known.get(id) ?? null
  }

  /** The child that an instance waits for under an id, while it runs. */
  findChild(parent: string, id: string): InstanceRow | null {
    const isIt = (one: InstanceRow) => one.parent?.instance === parent && one.parent.id === id && one.endedAt === null
    return [...this.known.values()].find(isIt) ?? null
  }

  /** All instances that have not ended, or that this run has moved, the first first. */
  listInstances(): InstanceRow[] {
    return [...this.known.values()]
  }

  /**
   * The one row of an instance that this run moves. What the caller read itself is as new, unless this run has moved the instance
   * since.
   */
  ownInstance(given: InstanceRow): InstanceRow {
    const own = this.known.get(given.id)
    if (own === undefined) {
      this.known.set(given.id, given)
      return given
    }
    if (own !== given && !this.instances.has(given.id)) Object.assign(own, given)
    return own
  }

  /** An instance is new or has moved. */
  putInstance(instance: InstanceRow): void {
    this.known.set(instance.id, instance)
    this.instances.set(instance.id, instance)
  }

  addTask(task: NewTask): void {
    this.endedTasks.delete(task.id)
    this.tasks.set(task.id, { ...task, end: null })
    this.openTasks.set(task.id, task.person)
  }

  /** Ends an open task; false when it has ended in this run. */
  endTask(id: string, end: TaskEnd): boolean {
    const fresh = this.tasks.get(id)
    if (this.endedTasks.has(id) || (fresh !== undefined && fresh.end !== null)) return false
    this.openTasks.delete(id)
    if (fresh === undefined) this.endedTasks.set(id, { id, ...end })
    else fresh.end = end
    return true
  }

  /** Remembers which official completed a task of an instance. */
  putOfficial(instance: string, official: string): void {
    this.officials.set(instance, official)
  }

  /** The official who completed a task of an instance last in this run. */
  findOfficial(instance: string): string | null {
    return this.officials.get(instance) ?? null
  }

  addWork(work: NewWork): void {
    this.deletedWork.delete(work.id)
    this.work.set(work.id, work)
    this.queued.set(work.id, work.kind)
  }

  deleteWork(id: string): void {
    this.work.delete(id)
    this.queued.delete(id)
    this.deletedWork.add(id)
  }

  /** Takes work that is due; false when somebody did it already. */
  takeWork(id: string): boolean {
    if (!this.queued.has(id)) return false
    this.deleteWork(id)
    return true
  }

  /** Nothing is waited for any more. */
  deleteAllWork(): void {
    for (const id of [...this.queued.keys()]) this.deleteWork(id)
  }

  /** What is open as it stands now; what instances on hold wait for does not count. */
  open(): Open {
    const running = this.listInstances().filter(({ state }) => !hasEnded(state))
    const held = running.filter(({ state }) => state.status === 'suspended').map(({ id }) => `${id}:`)
    const counts = (id: string) => !held.some(prefix => id.startsWith(prefix))
    return {
      tasks: [...this.openTasks.values()],
      work: [...this.queued].flatMap(([id, kind]) => (counts(id) ? [kind] : [])),
      hears: running.some(
        ({ state }) => state.status === 'active' && Object.values(state.waits).some(({ name }) => name !== undefined),
      ),
    }
  }

  /** How many processes still run and tasks are still open. */
  countOpen(): number {
    return this.openTasks.size + this.listInstances().filter(({ state }) => !hasEnded(state)).length
  }

  /** Work of an instance that this run has queued. */
  listWork(instance: string): NewWork[] {
    return [...this.work.values()].filter(work => work.instance === instance)
  }

  addSubscription(subscription: Omit<SubscriptionRow, 'caseId'>): void {
    this.deletedSubscriptions.delete(subscription.id)
    this.subscriptions.set(subscription.id, { ...subscription, caseId: this.caseId })
  }

  deleteSubscription(id: string): void {
    this.subscriptions.delete(id)
    this.deletedSubscriptions.add(id)
  }

  addMessage(message: MessageRow): void {
    this.messages.set(message.id, message)
  }

  /** Adds an act; `numbered` gives it its number in the case. */
  addAct(numbered: (place: number) => ActRow): void {
    const place = this.place('acts')
    this.acts.push({ ...numbered(place.ordinal), ...place })
  }

  addDecision(decision: Omit<DecisionRow, 'trace'> & { trace: Uint8Array | null }): void {
    this.decisions.push({ ...decision, ...this.place('decisions') })
  }

  addLine(line: TimelineRow): void {
    this.timeline.push({ ...line, ...this.place('timeline') })
  }

  addHistory(line: Omit<HistoryRow, 'ordinal'> & { at: string }): void {
    this.history.push({ ...line, ...this.place('history') })
  }

  addIncident(incident: Omit<IncidentRow, 'caseId'>): void {
    this.resolved.delete(incident.id)
    this.incidents.set(incident.id, { ...incident, caseId: this.caseId, resolvedAt: null })
  }

  resolveIncident(id: string, at: string): void {
    const fresh = this.incidents.get(id)
    if (fresh === undefined) this.resolved.set(id, { id, at })
    else fresh.resolvedAt = at
  }

  /** How the deadline of the case is counted now. */
  putDeadline(deadline: DeadlineRow): void {
    this.deadline = deadline
  }

  /** How the deadline was counted in this run; null when it was not. */
  findDeadline(): DeadlineRow | null {
    return this.deadline
  }

  addWatch(watch: NewWatch): void {
    this.watches.set(watch.id, watch)
  }

  /** All that is to be written, with the row of the case. */
  writes(row: CaseRow): CaseWrites {
    return {
      row,
      last: this.last,
      instances: this.instances,
      tasks: this.tasks,
      endedTasks: this.endedTasks,
      work: this.work,
      deletedWork: this.deletedWork,
      subscriptions: this.subscriptions,
      deletedSubscriptions: this.deletedSubscriptions,
      messages: this.messages,
      acts: this.acts,
      decisions: this.decisions,
      timeline: this.timeline,
      history: this.history,
      incidents: this.incidents,
      resolved: this.resolved,
      deadlines: this.deadline === null ? [] : [{ ...this.deadline, caseId: this.caseId }],
      watches: this.watches,
    }
  }

  /** Forgets what has been written; places go on. */
  written(): void {
    const keyed = [this.instances, this.tasks, this.endedTasks, this.work, this.deletedWork]
    const others = [this.subscriptions, this.deletedSubscriptions, this.messages, this.incidents, this.resolved]
    for (const rows of [...keyed, ...others]) rows.clear()
    for (const rows of [this.acts, this.decisions, this.timeline, this.history]) rows.length = 0
    this.deadline = null
    this.watches.clear()
  }
}
