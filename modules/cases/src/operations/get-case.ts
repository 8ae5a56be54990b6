import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type JsonObject, refuse } from '@tereze/operation'
import { type CaseOutcome, caseNotFound } from '../contract/case.ts'
import { getCase } from '../contract/task.ts'
import { beginRun } from '../engine/case-run.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { mayDo } from '../engine/may-work-on.ts'
import { aboutRecord } from '../rules/about-record.ts'
import { applicantName, firmName } from '../rules/applicant-name.ts'
import { draftDecision } from '../rules/draft-decision.ts'
import { listOfCase } from '../store/attachments.ts'
import { findCase } from '../store/cases.ts'
import { type InstanceRow, listInstances } from '../store/instances.ts'
import { listTimeline } from '../store/records.ts'
import { listOpenTasks } from '../store/tasks.ts'
import { viewActs } from '../views/view-acts.ts'
import { viewCard } from '../views/view-card.ts'
import { viewChecklist } from '../views/view-checklist.ts'
import { viewDeadline } from '../views/view-deadline.ts'
import { viewFacts } from '../views/view-facts.ts'
import { viewFiles } from '../views/view-files.ts'
import { viewMayAct } from '../views/view-may-act.ts'
import { viewOffer } from '../views/view-offer.ts'
import { viewReasons } from '../views/view-reasons.ts'
import { viewRequests } from '../views/view-requests.ts'
import { viewSaid } from '../views/view-said.ts'
import { viewSignatures } from '../views/view-signatures.ts'
import { viewSubmitter } from '../views/view-submitter.ts'
import { viewTask } from '../views/view-task.ts'
import { officialText } from '../views/words.ts'

const outcomes = new Set(['granted', 'partly-granted', 'refused'])

/** Nodes where an instance stands; its first token is at the process itself, which is no node. */
function nodesAt({ tokens }: InstanceRow['state']): string[] {
  return Object.values(tokens)
    .filter(token => token.in >= 0)
    .map(token => token.at)
}

/** A case as an official sees it. */
export const getCaseHandler = handle(getCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const all = context.port(packages)
    const run = beginRun(context, row)
    const tasks = await listOpenTasks(context.tx, row.tenant, row.id)
    const instances = await listInstances(context.tx, row.tenant, row.id)
    const current = instances.findLast(instance => instance.endedAt === null) ?? instances.at(-1)
    const process = current === undefined ? null : all.get(current.packageKind, current.package, current.packageVersion)
    const decision = row.data.decision as
      | { outcome?: string; suggested?: string; amount?: JsonObject; refusals?: string[] }
      | undefined
    const intended = row.decidedAt === null ? draftDecision(row.data) : null
    const byOfficial = intended?.byOfficial === true ? intended : null
    const suggested = [byOfficial?.outcome ?? undefined, decision?.suggested, decision?.outcome].find(
      outcome => outcome !== undefined && outcomes.has(outcome),
    )
    const names = namesOf(await colleaguesOf(context, input.organisation))
    const deadline = await viewDeadline(run)
    const signatures = await viewSignatures(context, row)
    const firm = firmName(row)
    context.concerns([row.person])
    return {
      card: viewCard(all, row, []),
      deadline,
      mayAct: viewMayAct(run, deadline),
      applicant: { person: row.person, name: applicantName(row), ...(firm === null ? {} : { firm }) },
      ...(await viewSubmitter(context, row)),
      about: aboutRecord(row.data),
      facts: viewFacts(all, run.service, row, context.now),
      checklist: viewChecklist(run),
      draft:
        decision === undefined
          ? null
          : {
              outcome: (suggested as CaseOutcome | undefined) ?? null,
              amount: suggested === 'refused' ? null : (decision.amount ?? null),
              grounds: [...(byOfficial?.refusals ?? decision.refusals ?? [])],
            },
      reasons: await viewReasons(context, all, run.service, row),
      refusalGrounds: (run.service.regulation.grounds.refuse ?? []).map(({ id, clause, text }) => ({
        id,
        clause,
        text: textOf(run.service.pack, text.replace(/^message:/, '')),
      })),
      acts: await viewActs(context.tx, all, run.service, row),
      ...(signatures.length === 0 ? {} : { signatures }),
      said: viewSaid(run, ['service', 'suspension', 'appeal', 'correction']),
      timeline: (await listTimeline(context.tx, row.tenant, row.id)).map(line => ({
        at: line.at,
        text: officialText(line.key, line.params),
        by: line.actor,
      })),
      tasks: await Promise.all(
        tasks
          .filter(task => task.person === null)
          .map(async task => ({
            ...viewTask(all, row, task, run.today, names, mayDo(all, context.actor, task, row)),
            ...(await viewOffer(run, task)),
          })),
      ),
      files: viewFiles(all, await listOfCase(context.tx, row.tenant, row.id)),
      requests: viewRequests(run, names),
      process: {
        xml: process?.text.get('process.bpmn') ?? '',
        at: current === undefined ? [] : nodesAt(current.state),
      },
      revision: row.revision,
    }
  },
})
