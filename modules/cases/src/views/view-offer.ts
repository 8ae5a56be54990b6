import type { TaskCard } from '../contract/task.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { offerOf } from '../engine/offer-of.ts'
import type { TaskRow } from '../store/tasks.ts'
import { viewNode } from './view-node.ts'

/** What a task offers to be begun, with the names of the activities; nothing where it is none of choosing. */
export async function viewOffer(run: CaseRun, task: TaskRow): Promise<Pick<TaskCard, 'offers'>> {
  const choice = await offerOf(run, task)
  if (choice === null) return {}
  const { offer, process } = choice
  const activities = offer.activities.map(({ node, running }) => ({
    ...viewNode(run.packages, run.service, process, node),
    running,
  }))
  return { offers: { ...offer, activities } }
}
