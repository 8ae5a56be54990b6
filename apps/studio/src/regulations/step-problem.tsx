import { describeRefusal, type RefusalCode, refusalCodes } from '@tereze/regulation'
import { type QueryProblem, RefusalNote } from '@tereze/ui-app'
import { Callout, type Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { type Bodies, useBodies } from './use-bodies.ts'

const isCode = (code: unknown): code is RefusalCode => refusalCodes.some(one => one === code)

/** Why the life of a regulation refuses a step, and the way out, with bodies by their names; null for what it does not know. */
export function whyRefused(
  params: Readonly<Record<string, unknown>>,
  language: Language,
  bodies: Bodies,
): { readonly wrong: string; readonly remedy: string } | null {
  const { code } = params
  if (!isCode(code)) return null
  const told = Object.entries(params).map(([name, value]) => [
    name,
    name === 'body' ? bodies.name(String(value)) : String(value),
  ])
  return describeRefusal({ ok: false, code, params: Object.fromEntries(told) }, language)
}

/** Why a step was not taken, beside the place where it was asked for. */
export function StepProblem({ error }: { error: QueryProblem | null }): ReactNode {
  const { language } = useWords()
  const bodies = useBodies()
  if (error === null) return null
  const { problem } = error
  const why =
    problem.kind === 'refused' && problem.code === 'regulations.step-refused'
      ? whyRefused(problem.params, language, bodies)
      : null
  if (why === null) return <RefusalNote problem={problem} />
  return (
    <div role="alert" className="note">
      <Callout tone="no" title={why.wrong}>
        <p>{why.remedy}</p>
      </Callout>
    </div>
  )
}
