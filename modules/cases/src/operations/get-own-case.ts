import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, getOwnCase } from '../contract/case.ts'
import { beginRun } from '../engine/case-run.ts'
import { correctionRuns } from '../engine/correction-runs.ts'
import { hasPartIn, isOwn, personActing } from '../engine/own-case.ts'
import { awaitsSignatories } from '../engine/signing.ts'
import { appealUntil, mayAskDuplicate, mayNow } from '../rules/may-now.ts'
import { listOfCase } from '../store/attachments.ts'
import { findCase } from '../store/cases.ts'
import { listTimeline } from '../store/records.ts'
import { listOpenTasks } from '../store/tasks.ts'
import { viewActs } from '../views/view-acts.ts'
import { viewCard } from '../views/view-card.ts'
import { viewDeadline } from '../views/view-deadline.ts'
import { viewFacts } from '../views/view-facts.ts'
import { viewFiles } from '../views/view-files.ts'
import { viewReasons } from '../views/view-reasons.ts'
import { viewSignatures } from '../views/view-signatures.ts'
import { viewSigning } from '../views/view-signing.ts'
import { viewSubmitter } from '../views/view-submitter.ts'
import { ownText } from '../views/words.ts'

/** One own case as its person sees it; somebody with a part in it sees the status and their task, not the facts. */
export const getOwnCaseHandler = handle(getOwnCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || !(await hasPartIn(context, row))) return refuse(caseNotFound, { pointer: '/case' })
    const all = context.port(packages)
    const run = beginRun(context, row)
    const own = isOwn(context, row)
    const tasks = await listOpenTasks(context.tx, row.tenant, row.id)
    const mine = tasks.filter(task => task.person === personActing(context))
    const timeline = await listTimeline(context.tx, row.tenant, row.id)
    const until = appealUntil(run)
    const may = mayNow(run)
    const correct = may.correct && !(await correctionRuns(context, row))
    const card = viewCard(all, row, mine)
    const holder =
      row.waiting === 'applicant' || awaitsSignatories(run)
        ? ownText('holder.you')
        : { ...getOrganisation(all, row.tenant).name }
    const signatures = own ? await viewSignatures(context, row) : []
    const signing = own ? await viewSigning(run) : null
    context.concerns([row.person])
    return {
      card,
      ...(own ? await viewSubmitter(context, row) : {}),
      holder,
      ...(signing === null ? {} : { signing }),
      next: card.deadline === null ? null : { date: card.deadline, text: ownText('next.decision') },
      deadline: own ? await viewDeadline(run) : null,
      timeline: timeline.map(line => ({ at: line.at, text: ownText(line.key, line.params), by: line.actor })),
      facts: own ? viewFacts(all, run.service, row, context.now) : [],
      acts: own ? await viewActs(context.tx, all, run.service, row) : [],
      ...(signatures.length === 0 ? {} : { signatures }),
      reasons: own ? await viewReasons(context, all, run.service, row) : [],
      may: own
        ? { ...may, correct, ...(mayAskDuplicate(row) ? { duplicate: true } : {}) }
        : { appeal: false, rate: false, correct: false, withdraw: false },
      appealUntil: own ? until : null,
      rating: own ? row.rating : null,
      files: own
        ? viewFiles(
            all,
            (await listOfCase(context.tx, row.tenant, row.id)).filter(file => file.forApplicant),
          )
        : [],
      revision: row.revision,
    }
  },
})
