import type { Package, PackageProblem, Packages } from '@tereze/catalogue/contract'
import { compileExpression, references } from '@tereze/feel'
import type { Template } from '@tereze/template'
import { type SituationDefinition, situationOf } from './situation.ts'

/** A fault at a place of one of the files. */
type Fault = Pick<PackageProblem, 'file' | 'pointer' | 'code' | 'params'>

const card = 'situation.json'
const sourcesFile = 'sources.json'

function unknown(file: string, pointer: string, reference: string): Fault {
  return { file, pointer, code: 'package.reference-unknown', params: { reference } }
}

/** What names something else: services, moments, people, sources, contracts, a register. */
function checkReferences(definition: SituationDefinition, all: Packages): Fault[] {
  const { trigger, people, moments, steps, services, known = [], sources } = definition
  const roles = new Set(people.map(({ id }) => id))
  const reached = new Set(['opened', ...moments.map(({ id }) => id)])
  const own = new Set(services.map(({ service }) => service))
  const facts = new Set(sources.map(({ id }) => id))
  const contract = (reference: string) => {
    const [id = '', major] = reference.split('@')
    return all.versions('contract', id).some(({ version }) => version.split('.')[0] === major)
  }
  const faults: (Fault | false)[] = [
    all.find('register', trigger.register) === null &&
      unknown(card, '/trigger/register', `register:${trigger.register}`),
    !contract(trigger.record.contract) && unknown(card, '/trigger/record/contract', trigger.record.contract),
    ...steps.flatMap(({ moment, service }, index) => [
      moment !== undefined && !reached.has(moment) && unknown(card, `/steps/${index}/moment`, `moment:${moment}`),
      service !== undefined && !own.has(service) && unknown(card, `/steps/${index}/service`, `service:${service}`),
    ]),
    ...services.flatMap(({ service, at, for: role }, index) => [
      all.find('service', service) === null && unknown(card, `/services/${index}/service`, `service:${service}`),
      !reached.has(at) && unknown(card, `/services/${index}/at`, `moment:${at}`),
      !roles.has(role) && unknown(card, `/services/${index}/for`, `person:${role}`),
    ]),
    ...known.map(
      ({ from }, index) =>
        from !== undefined && !facts.has(from) && unknown(card, `/known/${index}/from`, `source:${from}`),
    ),
    ...sources.flatMap(({ contract: reference, after = [] }, index) => [
      !contract(reference) && unknown(sourcesFile, `/${index}/contract`, reference),
      ...after.map((id, at) => !facts.has(id) && unknown(sourcesFile, `/${index}/after/${at}`, `source:${id}`)),
    ]),
  ]
  return faults.filter(fault => fault !== false)
}

interface Placed {
  readonly file: string
  readonly pointer: string
  readonly text: string
}

function inTemplate(file: string, pointer: string, template: Template): Placed[] {
  if (typeof template === 'string') return template.startsWith('= ') ? [{ file, pointer, text: template.slice(2) }] : []
  if (typeof template !== 'object' || template === null) return []
  return Object.entries(template).flatMap(([name, part]) => inTemplate(file, `${pointer}/${name}`, part as Template))
}

/** Every expression of a situation with its place. */
function expressionsIn({ pack, sources, ...of }: SituationDefinition): Placed[] {
  const feel = (pointer: string, text: string | undefined): Placed[] =>
    text === undefined ? [] : [{ file: card, pointer, text }]
  return [
    ...feel('/trigger/when', of.trigger.when),
    ...inTemplate(card, '/trigger/record/input', of.trigger.record.input),
    ...feel('/key', of.key),
    ...feel('/accounts', of.accounts),
    ...feel('/ends/when', of.ends.when),
    ...of.people.flatMap(({ person, when }, index) => [
      ...feel(`/people/${index}/person`, person),
      ...feel(`/people/${index}/when`, when),
    ]),
    ...of.moments.flatMap(({ when }, index) => feel(`/moments/${index}/when`, when)),
    ...of.steps.flatMap(({ done, later }, index) => [
      ...feel(`/steps/${index}/done`, done),
      ...feel(`/steps/${index}/later`, later),
    ]),
    ...of.services.flatMap(({ when, amount, data, decision }, index) => [
      ...feel(`/services/${index}/when`, when),
      ...feel(`/services/${index}/amount`, amount),
      ...inTemplate(card, `/services/${index}/data`, data),
      ...inTemplate(card, `/services/${index}/decision/data`, decision?.data ?? {}),
    ]),
    ...(of.known ?? []).flatMap(({ value }, index) => inTemplate(card, `/known/${index}/value`, value)),
    ...sources.flatMap(({ input, value, when }, index) => [
      ...inTemplate(sourcesFile, `/${index}/input`, input),
      ...inTemplate(sourcesFile, `/${index}/value`, value ?? ''),
      ...(when === undefined ? [] : [{ file: sourcesFile, pointer: `/${index}/when`, text: when }]),
    ]),
  ]
}

/** Expressions that cannot be read, and facts that no source gives. */
function checkExpressions(definition: SituationDefinition): Fault[] {
  const facts = new Set(definition.sources.map(({ id }) => id))
  return expressionsIn(definition).flatMap(({ file, pointer, text }): Fault[] => {
    const compiled = compileExpression(text)
    if (!compiled.ok) return [{ file, pointer, code: 'package.expression-wrong', params: { expression: text } }]
    const strange = references(compiled.expression)
      .filter(([root, fact]) => root === 'facts' && fact !== undefined && !facts.has(fact))
      .map(([, fact]) => `facts.${fact}`)
    return [...new Set(strange)].map(name => ({
      file,
      pointer,
      code: 'package.expression-name-unknown',
      params: { name },
    }))
  })
}

/** Words that a situation refers to and does not have. */
function checkWords(pack: Package): Fault[] {
  const visit = (value: unknown, pointer: string): Fault[] => {
    if (typeof value === 'string' && value.startsWith('message:')) {
      const key = value.slice('message:'.length)
      return pack.messages.has(key) ? [] : [{ file: card, pointer, code: 'package.message-unknown', params: { key } }]
    }
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, part]) => visit(part, `${pointer}/${name}`))
  }
  return visit(pack.json.get(card), '')
}

/** Sources that wait for each other, so that none of them is ever asked. */
function checkCircles({ sources }: SituationDefinition): Fault[] {
  const left = new Map(sources.map(({ id, after = [] }, index) => [id, { after, index }]))
  for (let size = -1; size !== left.size; ) {
    size = left.size
    for (const [id, { after }] of left) if (!after.some(one => left.has(one))) left.delete(id)
  }
  return [...left.values()].map(({ index }) => ({
    file: sourcesFile,
    pointer: `/${index}/after`,
    code: 'package.sources-wait',
    params: {},
  }))
}

/** What is wrong with a situation besides the form of its files: it names what is not there, reads what nobody gives, waits for itself. */
export async function checkSituation(pack: Package, all: Packages): Promise<PackageProblem[]> {
  const definition = situationOf(pack)
  const faults = [
    ...checkReferences(definition, all),
    ...checkExpressions(definition),
    ...checkWords(pack),
    ...checkCircles(definition),
  ]
  return faults.map(fault => ({ package: `${pack.kind}:${pack.id}`, ...fault }))
}
