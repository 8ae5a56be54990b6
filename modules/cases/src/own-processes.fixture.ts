import type { Input, JsonObject } from '@tereze/bpmn'
import { openPackage } from '@tereze/catalogue'
import type { Context } from '@tereze/foundation-operations'
import { benefit, type CasesPlatform, type Place } from './cases-platform.fixture.ts'
import { processOf } from './definition/service.ts'
import { advance, startInstance } from './engine/advance.ts'
import { beginRun, type CaseRun, endRun } from './engine/case-run.ts'
import { instanceOf } from './engine/instance-of.ts'
import { lockCase } from './store/cases.ts'
import { type InstanceRow, listInstances } from './store/instances.ts'

/** Processes of a test's own, run on real cases. */
export interface OwnProcesses {
  /** Publishes a process; its elements are in the namespace `bpmn`. */
  publish(id: string, elements: string, options?: { version?: string; beside?: string; tag?: string }): void
  /** Publishes a service of the benefit's owner that runs a process of its own and asks and fetches nothing. */
  serve(id: string, elements: string, options?: { version?: string; beside?: string; starts?: readonly string[] }): void
  /** Moves a case in a transaction. */
  move<T>(place: Place, work: (run: CaseRun, context: Context) => Promise<T>): Promise<T>
  /** Starts a process on a case; gives the id of its instance. */
  start(place: Place, id: string): Promise<string>
  /** Gives inputs to an instance. */
  give(place: Place, instance: string, ...inputs: readonly Input[]): Promise<void>
  /** Instances of a case, the first first. */
  instances(place: Place): Promise<InstanceRow[]>
  /** Ids of the nodes where the tokens of an instance wait. */
  waitsAt(place: Place, instance: string): Promise<string[]>
}

const definitions = (id: string, elements: string, beside: string, attributes = '') =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:x">
    ${beside}<bpmn:process id="${id}" isExecutable="true"${attributes}>${elements}</bpmn:process></bpmn:definitions>`

/** Lets a test run processes of its own on the cases of a platform. */
export function ownProcesses(cases: CasesPlatform): OwnProcesses {
  const { platform } = cases
  const own: OwnProcesses = {
    publish(id, elements, { version = '1.0.0', beside = '', tag } = {}) {
      const bpmn = definitions(id, elements, beside, tag === undefined ? '' : ` tereze:versionTag="${tag}"`)
      const files = { 'process.bpmn': bpmn }
      platform.packages.add(
        openPackage({ kind: 'process', id, version, hash: `${id}@${version}`, folder: `processes/${id}`, files }),
      )
    },
    serve(id, elements, { version = '1.0.0', beside = '', starts = ['automatic'] } = {}) {
      const model = platform.packages.get('service', benefit)
      const { form: _, ...card } = model.json.get('service.json') as Record<string, JsonObject>
      const json = new Map(model.json)
      json.set('service.json', { ...card, id, version, process: 'own', department: '"north"', starts } as never)
      for (const file of ['sources.json', 'records.json', 'payments.json']) json.set(file, [] as never)
      const text = new Map(model.text).set('process.bpmn', definitions(id, elements, beside))
      platform.packages.add({ ...model, id, version, hash: `${id}@${version}`, json, text })
    },
    move: (place, work) =>
      platform.runner.jobContext('test').write(place.organisation, async context => {
        const row = await lockCase(context.tx, place.case)
        if (row === null) throw new Error(`there is no case ${place.case}`)
        const run = beginRun(context, row)
        const result = await work(run, context)
        await endRun(run)
        return result
      }),
    async start(place, id) {
      const before = new Set((await own.instances(place)).map(instance => instance.id))
      const { version } = platform.packages.get('process', id)
      await own.move(place, run =>
        startInstance(run, 'service', { packageKind: 'process', package: id, packageVersion: version }),
      )
      const started = (await own.instances(place)).find(one => one.parent === null && !before.has(one.id))
      if (started === undefined) throw new Error(`${id} did not start`)
      return started.id
    },
    give: (place, id, ...inputs) =>
      own.move(place, async run => {
        const instance = await instanceOf(run, id)
        const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
        await advance(run, instance, await processOf(pack), inputs)
      }),
    instances: place => listInstances(platform.database, place.organisation, place.case),
    async waitsAt(place, id) {
      const instance = (await own.instances(place)).find(one => one.id === id)
      const tokens = Object.values(instance?.state.tokens ?? {})
      return tokens.filter(({ doing }) => doing !== 'scope' && doing !== 'repeat').map(({ at }) => at)
    },
  }
  return own
}

/** A sequence flow of a test's process. */
export const flow = (from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`

/** The elements of a process: a none start `s`, what is given, a none end `e`, one after the other. */
export function line(...elements: readonly (readonly [id: string, xml: string])[]): string {
  const all = [['s', '<bpmn:startEvent id="s"/>'], ...elements, ['e', '<bpmn:endEvent id="e"/>']] as const
  const flows = all.slice(1).map(([id], index) => flow(all[index]?.[0] ?? '', id))
  return [...all.map(([, xml]) => xml), ...flows].join('')
}
