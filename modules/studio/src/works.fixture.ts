import type { OfficialActor, Operation } from '@tereze/operation'
import { type InputOf, isRefused, type OutputOf } from '@tereze/operation'
import { beginWork, changeTask, getWork, giveArtefact, passGate, setHypothesis } from './contract/index.ts'
import { studioPlatform } from './studio-platform.fixture.ts'

/** Works on services, and shortcuts for those who do them and decide at their gates. */
export async function worksPlatform() {
  const studio = await studioPlatform()
  const { platform, organisation, sara, reviewer } = studio
  /** Runs an operation on the organisation that has to be done. */
  async function done<O extends Operation>(
    definition: O,
    input: Omit<InputOf<O>, 'organisation'>,
    who: OfficialActor,
  ): Promise<OutputOf<O>> {
    const outcome = await platform.run(definition, { organisation, ...input } as InputOf<O>, who)
    if (isRefused(outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)}`)
    return outcome as OutputOf<O>
  }
  const get = (work: string, who = sara) => done(getWork, { work }, who)
  const link = 'https://files.example/paper'
  /** Sara does all tasks of the stage where a work stands and gives all its artefacts. */
  async function work(work: string, who = sara) {
    const { pipeline, card } = await get(work)
    const stage = pipeline.stages.find(({ id }) => id === card.stage)
    for (const { id } of stage?.tasks ?? [])
      await done(changeTask, { work, task: id, do: 'finish', result: 'Done' }, who)
    for (const { id } of stage?.artefacts ?? []) await done(giveArtefact, { work, artefact: id, link }, who)
  }
  return {
    ...studio,
    done,
    get,
    work,
    link,
    /** Begins a work of a published service, or of another package. */
    start: async (id = 'one-time-birth-benefit', who = sara) =>
      (await done(beginWork, { kind: 'service', package: id, aim: 'Fewer papers' }, who)).work,
    expectLess: (work: string) =>
      done(setHypothesis, { work, metric: 'papers', statement: 'No papers', before: 3, target: 0 }, sara),
    pass: (work: string, stage: string, who = reviewer) => platform.run(passGate, { organisation, work, stage }, who),
  }
}
