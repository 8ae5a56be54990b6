import { useQuery } from '@tanstack/react-query'
import { answerTask, type CaseCard, getOwnTask } from '@tereze/cases/contract'
import type { VisitView } from '@tereze/reception/contract'
import { ask, Failure, RefusalNote, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { keepAnswers } from '../../case/answer-draft.ts'
import { FillForm } from '../../case/fill-form.tsx'
import { useWords } from '../../words/words.ts'
import { draftsOf, useForVisitor, visitKey } from './use-visit.ts'

/** The form of an application, filled in for the visitor: the same form, the same facts and checks as in the portal. */
export function VisitorTask(of: { visit: VisitView; card: CaseCard; task: string; answered: () => void }): ReactNode {
  const { say } = useWords()
  const { visit, card, task } = of
  const at = { organisation: card.organisation, case: card.case, task }
  const query = useQuery({
    queryKey: [visitKey, visit.visit, 'task', at],
    queryFn: ({ signal }) => ask(getOwnTask, at, { signal, visit: visit.visit }),
    refetchOnWindowFocus: false,
  })
  const keep = `${draftsOf(visit.visit)}${task}`
  const answer = useForVisitor(visit, answerTask, () => {
    keepAnswers(sessionStorage, keep, null)
    of.answered()
  })
  if (query.isPending) return <Waiting lines={6} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const form = query.data
  return (
    <FillForm
      view={{ card: { organisation: card.organisation }, refusalGrounds: [], draft: null }}
      form={form}
      keep={keep}
      proposal={false}
      busy={answer.isPending}
      go={say('visit.submit')}
      visit={visit.visit}
      begin={answer.reset}
      finish={({ answers }) => answer.mutate({ ...at, answers, revision: form.revision })}
    >
      {answer.error ? <RefusalNote problem={answer.error.problem} /> : null}
    </FillForm>
  )
}
