import type { Problem } from '@tereze/ui-client'
import { ButtonLink, type DrawingName, PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { HiddenFields } from './hidden-fields.tsx'
import type { TextKey } from './texts.ts'
import type { Ui } from './ui.ts'

interface Kind {
  readonly status: number
  readonly drawing: DrawingName
  readonly title: TextKey
  readonly text: TextKey
}

const kinds = {
  signIn: { status: 401, drawing: 'sign', title: 'sign-in.needed', text: 'sign-in.needed.text' },
  surer: { status: 401, drawing: 'sign', title: 'sign-in.surer', text: 'sign-in.surer.text' },
  expired: { status: 401, drawing: 'evening', title: 'sign-in.expired', text: 'sign-in.expired.text' },
  forbidden: { status: 403, drawing: 'closed', title: 'error.forbidden', text: 'error.forbidden.text' },
  notFound: { status: 404, drawing: 'lost', title: 'error.not-found', text: 'error.not-found.text' },
  conflict: { status: 409, drawing: 'empty', title: 'error.conflict', text: 'error.conflict.text' },
  gone: { status: 410, drawing: 'evening', title: 'error.gone', text: 'error.gone.text' },
  invalid: { status: 422, drawing: 'empty', title: 'error.invalid', text: 'error.invalid.text' },
  tooMany: { status: 429, drawing: 'evening', title: 'error.too-many', text: 'error.too-many.text' },
  broken: { status: 500, drawing: 'broken', title: 'error.broken', text: 'error.broken.text' },
  unavailable: { status: 503, drawing: 'broken', title: 'error.unavailable', text: 'error.unavailable.text' },
} satisfies Record<string, Kind>

/** The level that a sign-in has to reach for what was wanted; undefined where any will do. */
function levelOf(problem: Problem): string | undefined {
  return problem.kind === 'signed-out' && problem.code === 'operations.assurance-needed'
    ? String(problem.params.level)
    : undefined
}

function kindOf(problem: Problem): Kind {
  if (problem.kind === 'signed-out') {
    if (levelOf(problem) !== undefined) return kinds.surer
    return problem.code === 'identity.session-expired' ? kinds.expired : kinds.signIn
  }
  if (problem.kind !== 'refused') return kinds.unavailable
  return Object.values(kinds).find(kind => kind.status === problem.status && kind !== kinds.signIn) ?? kinds.broken
}

/** HTTP status of the page of a problem. */
export function problemStatus(problem: Problem): number {
  return kindOf(problem).status
}

/** Title of the page of a problem. */
export function problemTitle(problem: Problem, ui: Ui): string {
  return ui.t(kindOf(problem).title)
}

/** A page of its own for what the platform refuses: what happened, and the way on. */
export function ProblemPage(props: {
  problem: Problem
  ui: Ui
  /** What was sent and not taken because nobody was signed in. */
  form?: URLSearchParams | null
}): ReactNode {
  const { problem, ui, form = null } = props
  if (form !== null) return <KeptForm form={form} ui={ui} level={levelOf(problem)} />
  const kind = kindOf(problem)
  const id = problem.kind === 'refused' ? (problem.requestId ?? '') : ''
  const specific = problem.kind === 'refused' && [409, 410, 422].includes(problem.status) ? problem.title : null
  return (
    <PageState
      drawing={kind.drawing}
      title={ui.t(kind.title)}
      action={
        kind.status === 401 ? (
          <ButtonLink href={ui.signIn(ui.address, levelOf(problem))}>{ui.t('sign-in.button')}</ButtonLink>
        ) : (
          <>
            {kind.status >= 500 || kind.status === 429 ? (
              <ButtonLink href={ui.address}>{ui.t('error.again')}</ButtonLink>
            ) : null}
            {kind.status === 403 && ui.visitor.acting !== undefined ? (
              <ButtonLink href={addresses.acting} kind="quiet">
                {ui.t('acting.title')}
              </ButtonLink>
            ) : null}
            <ButtonLink href={addresses.home} kind={kind.status >= 500 || kind.status === 429 ? 'quiet' : 'primary'}>
              {ui.t('error.home')}
            </ButtonLink>
          </>
        )
      }
    >
      <p className="lead">
        {kind.status === 403 && ui.visitor.acting !== undefined
          ? ui.t('error.acting', { name: ui.visitor.acting.name })
          : (specific ?? ui.t(kind.text, { id }))}
      </p>
    </PageState>
  )
}

/** Nothing of a form is lost when the session ended under it: sign in beside it, then go on with what was written. */
function KeptForm({ form, ui, level }: { form: URLSearchParams; ui: Ui; level: string | undefined }): ReactNode {
  return (
    <PageState drawing="evening" title={ui.t('sign-in.kept')}>
      <p className="lead">{ui.t(level === undefined ? 'sign-in.kept.text' : 'sign-in.kept.surer')}</p>
      <p className="above">
        <a className="button" href={ui.signIn(addresses.home, level)} target="_blank" rel="noopener">
          {ui.t('sign-in.kept.button')}
        </a>
      </p>
      <form method="post" id="kept">
        {[...form]
          .filter(([name]) => !['_form', '_once'].includes(name))
          .map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one name may be sent often, and the pairs never change places.
            <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
          ))}
        <HiddenFields ui={ui} />
        <button className="button button-quiet" type="submit">
          {ui.t('sign-in.kept.go-on')}
        </button>
      </form>
    </PageState>
  )
}
