import { type Package, type PackageProblem, type Packages, textOf } from '@tereze/catalogue/contract'
import type { GateCondition, Pipeline, PipelineItem, PipelineStage } from '../contract/index.ts'

/** The file that is a pipeline. */
export const pipelineFile = 'pipeline.json'
/** The pipeline that works go unless told. */
export const standardPipeline = 'standard'

/** A pipeline as its file says it; titles are `message:` references. */
export interface WrittenPipeline {
  readonly title: string
  readonly target: { readonly days: number }
  readonly stages: readonly {
    readonly id: string
    readonly title: string
    readonly environment: PipelineStage['environment']
    readonly tasks: readonly WrittenItem[]
    readonly artefacts: readonly WrittenItem[]
    readonly gate: {
      readonly conditions: readonly GateCondition[]
      readonly by: readonly string[]
      readonly fourEyes: boolean
    }
  }[]
}
interface WrittenItem {
  readonly id: string
  readonly title: string
  readonly optional?: boolean
}

const keyOf = (reference: string) => reference.replace(/^message:/, '')

/** A published pipeline in words. */
export function pipelineOf(pack: Package): Pipeline {
  const { title, target, stages } = pack.json.get(pipelineFile) as unknown as WrittenPipeline
  const item = (one: WrittenItem): PipelineItem => ({
    id: one.id,
    title: textOf(pack, keyOf(one.title)),
    optional: one.optional ?? false,
  })
  return {
    id: pack.id,
    version: pack.version,
    title: textOf(pack, keyOf(title)),
    targetDays: target.days,
    stages: stages.map(stage => ({
      id: stage.id,
      title: textOf(pack, keyOf(stage.title)),
      environment: stage.environment,
      tasks: stage.tasks.map(item),
      artefacts: stage.artefacts.map(item),
      gate: {
        conditions: [...stage.gate.conditions],
        by: [...stage.gate.by],
        fourEyes: stage.gate.fourEyes,
      },
    })),
  }
}

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

/** What is wrong with a pipeline beyond its form: ids that are there twice, missing words, roles that there are not. */
export function findPipelineProblems(
  pack: Pick<Package, 'json' | 'messages'>,
  all: Pick<Packages, 'list'>,
): readonly Found[] {
  const written = pack.json.get(pipelineFile) as unknown as WrittenPipeline | undefined
  if (written === undefined) return []
  const roles = new Set(
    all.list('access').flatMap(access => {
      const declared = (access.json.get('roles.json')?.roles ?? []) as readonly { id: string; of: string }[]
      return declared.filter(({ of }) => of === 'official').map(({ id }) => id)
    }),
  )
  const named = written.stages.flatMap((stage, at) => {
    const inside = (what: 'tasks' | 'artefacts') =>
      stage[what].map((one, index) => ({ ...one, what, pointer: `/stages/${at}/${what}/${index}` }))
    return [{ ...stage, what: 'stages', pointer: `/stages/${at}` }, ...inside('tasks'), ...inside('artefacts')]
  })
  const twice = named.filter(
    (one, index) => named.findIndex(other => other.what === one.what && other.id === one.id) !== index,
  )
  const said = [{ title: written.title, pointer: '' }, ...named]
  return [
    ...twice.map(({ pointer, id }) => ({
      pointer: `${pointer}/id`,
      code: 'package.pipeline-id-repeated',
      params: { id },
    })),
    ...said
      .filter(({ title }) => !pack.messages.has(keyOf(title)))
      .map(({ title, pointer }) => ({
        pointer: `${pointer}/title`,
        code: 'package.message-unknown',
        params: { key: keyOf(title) },
      })),
    ...written.stages.flatMap(({ gate }, at) =>
      gate.by.flatMap((role, index) =>
        roles.has(role)
          ? []
          : [{ pointer: `/stages/${at}/gate/by/${index}`, code: 'package.role-unknown', params: { role } }],
      ),
    ),
  ]
}
