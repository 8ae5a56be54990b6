/** Versions of processes and services beside the published ones, for tests of those who operate processes. */
import type { Package } from '@tereze/catalogue/contract'
import { type CasesPlatform, done, type Mother, type Place } from './cases-platform.fixture.ts'
import { listIncidents } from './contract/index.ts'

/** The reason that tests give. */
export const reason = 'The model was mended this morning'

/** The version of everything that is published. */
const published = '1.0.0'

/** Adds a version of a process or service whose BPMN text is that of the published one, changed. */
export function addVersion(
  cases: CasesPlatform,
  kind: 'process' | 'service',
  id: string,
  version: string,
  change: (bpmn: string) => string = bpmn => bpmn,
): Package {
  const { packages } = cases.platform
  const before = packages.get(kind, id, published)
  const bpmn = before.text.get('process.bpmn')
  const pack: Package = {
    ...before,
    version,
    hash: `${before.hash.slice(0, -version.length)}${version}`,
    text: bpmn === undefined ? before.text : new Map([...before.text, ['process.bpmn', change(bpmn)]]),
  }
  packages.add(pack)
  return pack
}

/** The standard process with a gateway that lets only cases of others through: those of an own child stop there. */
export const broken = (bpmn: string): string =>
  bpmn
    .replace('name="All facts known?" default="all-known"', 'name="All facts known?"')
    .replace(
      /<bpmn:sequenceFlow id="all-known"([^>]*?) \/>/,
      `<bpmn:sequenceFlow id="all-known"$1><bpmn:conditionExpression>forWhom = "other"</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    )

/** The standard process with another id for the task of the official. */
export const renamed = (bpmn: string): string =>
  bpmn
    .replace('<bpmn:userTask id="review"', '<bpmn:userTask id="look"')
    .replace('targetRef="review"', 'targetRef="look"')
    .replace('sourceRef="review"', 'sourceRef="look"')
    .replace('bpmnElement="review"', 'bpmnElement="look"')

/** A case that has stopped at a gateway of a broken version, with its incident. */
export async function stoppedCase(
  cases: CasesPlatform,
  mother?: Mother,
): Promise<{ mother: Mother; place: Place; incident: string; instance: string }> {
  const applicant = mother ?? (await cases.mother('low'))
  const place = await cases.applied(applicant)
  const { items } = done(
    await cases.run(listIncidents, { organisation: place.organisation, limit: 200 }, cases.official('operator')),
  )
  const found = items.find(one => one.case === place.case)
  if (found === undefined) throw new Error('the case has not stopped')
  return { mother: applicant, place, incident: found.incident, instance: found.instance }
}
