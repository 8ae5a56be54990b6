import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  delegateTask,
  extendDeadline,
  listAskableFields,
  listColleagues,
  reassignTask,
  requestInformation,
  resumeCase,
  returnApplication,
  returnTask,
  suspendCase,
} from '@tereze/cases/contract'
import { ask, client, QueryProblem } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { CaseTask } from '../view.ts'
import type { ActKind } from './act-kinds.ts'

/** What was filled in. */
export interface ActAnswers {
  /** Id of an official; empty: back to the unit. */
  readonly to: string
  /** Local date, or empty. */
  readonly until: string
  readonly ground: string
  readonly text: string
  readonly fields: readonly string[]
}

/** Those to whom a task may be given. */
export function useColleagues(task: CaseTask, wanted: boolean) {
  const { organisation, case: of, task: id } = task
  return useQuery({
    queryKey: ['colleagues', organisation, of, id],
    queryFn: ({ signal }) => ask(listColleagues, { organisation, about: { case: of, task: id } }, { signal }),
    enabled: wanted,
  })
}

/** The fields that the applicant may be asked for. */
export function useAskable({ organisation, case: of }: CaseTask, wanted: boolean) {
  return useQuery({
    queryKey: ['case', organisation, of, 'askable'],
    queryFn: ({ signal }) => ask(listAskableFields, { organisation, case: of }, { signal }),
    enabled: wanted,
  })
}

async function carryOut(kind: ActKind, at: CaseTask, answers: ActAnswers): Promise<unknown> {
  const place = { organisation: at.organisation, case: at.case }
  const own = { ...place, task: at.task }
  const { text, until, to, ground, fields } = answers
  const date = until === '' ? {} : { until }
  switch (kind) {
    case 'delegate':
      return client.call(delegateTask, { ...own, to, until, ...(text === '' ? {} : { note: text }) })
    case 'reassign':
      return client.call(reassignTask, { ...own, to: to === '' ? null : to, reason: text })
    case 'return':
      return client.call(returnTask, { ...own, reason: text })
    case 'ask':
      return client.call(requestInformation, {
        ...own,
        text,
        ...date,
        ...(ground === '' ? {} : { suspend: ground }),
        ...(fields.length === 0 ? {} : { fields: [...fields] }),
      })
    case 'suspend':
      return client.call(suspendCase, { ...place, ground, reason: text, ...date })
    case 'extend':
      return client.call(extendDeadline, { ...place, ground, reason: text })
    case 'send-back':
      return client.call(returnApplication, { ...place, ground, reason: text })
    case 'resume':
      return client.call(resumeCase, { ...place, reason: text })
  }
}

/** Does one of the acts; the case and the lists are read anew afterwards. */
export function useAct(task: CaseTask) {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ kind, answers }: { kind: ActKind; answers: ActAnswers }) {
      const reply = await carryOut(kind, task, answers)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', task.organisation, task.case] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  })
}
