import { answerTask, changedMeanwhile, getOwnCase, getOwnTask, keepAnswers } from '@tereze/cases/contract'
import type { FieldState, JsonObject, PageState, Prefill } from '@tereze/forms'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  Callout,
  Facts,
  LinkRow,
  Links,
  PageState as StatePage,
} from '@tereze/ui-components'
import { FormMistakes, FormPage, type FormWords, fieldsOf, showValue } from '@tereze/ui-forms'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { bringFiles, filesWay, hasFiles, largestForm } from '../bring-files.ts'
import { ChangedMeanwhile, type Line, linesSince, readSeen, SeenFields } from '../changed-meanwhile.tsx'
import { type FoundOfFields, findFor, hasLookups } from '../find-for.ts'
import {
  draftText,
  type FormFlow,
  firstPlace,
  flowState,
  keptPlace,
  openForm,
  openPages,
  type Place,
  REVIEW,
  takeStep,
} from '../form-flow.ts'
import { formWords } from '../form-words.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { leadToSigning } from '../lead-to-signing.ts'
import { type Acted, type PageContext, page } from '../page.ts'
import { ProblemCallout } from '../problem-callout.tsx'
import { actOnRequest, loadToSign, type NotDeclined, SignatoryTask, type ToSign } from '../signatory-task.tsx'
import { TaskQuestion } from '../task-question.tsx'
import type { Ui } from '../ui.ts'

type Task = OutputOf<typeof getOwnTask>

interface TaskPage {
  readonly task: Task
  readonly organisation: string
  readonly case: string
  readonly flow: FormFlow
  /** The place in the form that the address names. */
  readonly place: Place
  /** When the person stopped before, where they go on from there; null where they came by a step of the form. */
  readonly resumedAt: string | null
  /** When it was read. */
  readonly seenAt: string
  /** What was found for the words of fields that are looked up. */
  readonly found: FoundOfFields
}

/** A question that is not open any more: answered, or no longer needed. */
interface Answered {
  readonly answered: true
  readonly organisation: string
  readonly case: string
}

/** Where the person is in the form, and why the platform did not take the answers, when it did not. */
interface Again {
  readonly place: Place
  readonly problem: Problem | null
  /** What happened in the case since the page was shown, where that was why. */
  readonly changed?: readonly Line[]
  readonly found?: FoundOfFields
}

/** Currency asked for where a money field has no value yet. */
const CURRENCY = 'DMD'

function openTask(task: Task, now: string, zone: string): FormFlow {
  return openForm({
    schema: task.schema as JsonObject,
    layout: task.form,
    known: task.data as JsonObject,
    context: task.context as JsonObject,
    prefill: task.prefill.map(
      ({ pointer, value, at, mode }): Prefill => ({
        pointer,
        value: value as Prefill['value'],
        source: { id: pointer, ...(at === null ? {} : { at }) },
        ...(mode === 'locked' || mode === 'correctable' || mode === 'suggestion' ? { mode } : {}),
      }),
    ),
    now,
    zone,
  })
}

async function load(context: PageContext): Promise<TaskPage | ToSign | Answered | Problem> {
  const { client, params, now, zone } = context
  const { organisation = '', case: id = '', task = '' } = params
  const reply = await client.call(getOwnTask, { organisation, case: id, task })
  if (isProblem(reply)) {
    if (reply.kind !== 'refused' || reply.code !== 'cases.task-not-found') return reply
    const own = await client.call(getOwnCase, { organisation, case: id })
    return isProblem(own) ? reply : { answered: true, organisation, case: id }
  }
  if (reply.signs === true) return loadToSign(context, { organisation, case: id, task })
  const flow = openTask(reply, now, zone)
  const stepped = context.places.open(context.query.get('at'), context.visitor.formToken)
  const begun = stepped === null ? reply.begun : undefined
  const place =
    stepped ?? (begun ? { page: begun.page, draft: begun.answers as JsonObject, problems: [] } : firstPlace(flow))
  const found = await findFor(context, flow, place)
  return { task: reply, organisation, case: id, flow, place, resumedAt: begun?.at ?? null, seenAt: now, found }
}

/**
 * Where a step leads: to the address of the new place, so that Back and Reload work; shown at once when it is too long. What was filled
 * in is kept first, so that the person goes on later or elsewhere; where that fails they learn it, and lose nothing of the page.
 */
async function lead(data: TaskPage, place: Place, context: PageContext): Promise<Acted<Again>> {
  const kept = await context.client.call(keepAnswers, {
    organisation: data.organisation,
    case: data.case,
    task: data.task.task,
    page: place.page,
    answers: { ...place.draft },
  })
  if (isProblem(kept)) return { again: { place, problem: kept, found: await findFor(context, data.flow, place) } }
  const sealed = context.places.seal(place, context.visitor.formToken)
  if (sealed === null) {
    const found = await findFor(context, data.flow, place)
    return { again: { place, problem: null, found }, refused: place.problems.length > 0 }
  }
  const address = addresses.task(data.organisation, data.case, data.task.task)
  return { redirect: `${address}?at=${sealed}${place.problems.length > 0 ? '#mistakes' : ''}` }
}

async function act(context: PageContext, sent: URLSearchParams): Promise<Acted<Again | NotDeclined>> {
  const loaded = await load(context)
  if (isProblem(loaded)) return { problem: loaded }
  if ('signs' in loaded) return actOnRequest(context, loaded, sent)
  if ('answered' in loaded)
    return { redirect: addresses.task(loaded.organisation, loaded.case, context.params.task ?? '') }
  if (sent.get('_to') === 'anew') return lead(loaded, firstPlace(loaded.flow), context)
  const { form, problems } = await bringFiles(context, loaded.organisation, sent)
  if (problems.length > 0) return lead(loaded, { ...keptPlace(loaded.flow, form), problems }, context)
  const step = takeStep(loaded.flow, form)
  if ('place' in step) return lead(loaded, step.place, context)
  if (signatureOf(loaded.task) !== null) {
    const { organisation, case: id, task } = loaded
    const led = await leadToSigning(context, { organisation, case: id, task: task.task, answers: { ...step.answers } })
    return 'unfit' in led ? refusedAnswers(loaded, form, led.unfit) : led
  }
  const key = form.get('_once')
  const seen = readSeen(form)
  const own = { organisation: loaded.organisation, case: loaded.case }
  const reply = await context.client.call(
    answerTask,
    {
      ...own,
      task: loaded.task.task,
      answers: { ...step.answers },
      ...(seen === null ? {} : { revision: seen.revision }),
    },
    key === null ? {} : { idempotencyKey: key },
  )
  if (!isProblem(reply)) return { redirect: `${addresses.case(loaded.organisation, loaded.case)}?done=answered` }
  if (reply.kind === 'refused' && reply.code === changedMeanwhile.code && seen !== null)
    return {
      again: { place: keptPlace(loaded.flow, form), problem: null, changed: await linesSince(context, own, seen.at) },
    }
  return refusedAnswers(loaded, form, reply)
}

/** The kind of signature that the form needs; null where it needs none. */
function signatureOf({ form }: Task): 'advanced' | 'qualified' | null {
  const { signature } = form
  return signature === 'advanced' || signature === 'qualified' ? signature : null
}

/** The page again with why the answers do not fit; another problem has a page of its own. */
function refusedAnswers({ flow }: TaskPage, form: URLSearchParams, problem: Problem): Acted<Again> {
  if (problem.kind !== 'refused' || problem.code !== 'cases.answers-invalid') return { problem }
  const place = takeStep(flow, new URLSearchParams([...form, ['_to', 'previous']]))
  return { again: { place: 'place' in place ? place.place : firstPlace(flow), problem } }
}

function view(data: TaskPage | ToSign | Answered, ui: Ui, left: Again | NotDeclined | null): ReactNode {
  if ('answered' in data) return <NotAsked data={data} ui={ui} />
  const declined = left !== null && 'reason' in left ? left : null
  if ('signs' in data) return <SignatoryTask data={data} again={declined} ui={ui} />
  const again = left !== null && 'place' in left ? left : null
  const { flow, task } = data
  const place = again?.place ?? data.place
  const state = flowState(flow, place.draft)
  const words = formWords(task.words, task.prefill, ui)
  const pages = openPages(state)
  const current = pages.find(candidate => candidate.id === place.page) ?? pages[0]
  const back = (
    <>
      <Back href={addresses.case(data.organisation, data.case)}>{ui.t('back.case')}</Back>
      {again === null && data.resumedAt !== null ? <Resumed at={data.resumedAt} ui={ui} /> : null}
    </>
  )
  if (place.page === REVIEW || current === undefined) {
    return (
      <>
        {back}
        {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
        <Review pages={pages} words={words} data={data} place={place} changed={again?.changed ?? null} ui={ui} />
      </>
    )
  }
  if (current.exit !== null) return <Exit exit={current.exit} task={task} back={back} ui={ui} />
  const index = pages.indexOf(current)
  const only = pages.length === 1
  const heading = wordOf(task, `page.${current.id}`, ui)
  return (
    <>
      {back}
      {only ? null : <p className="progress">{ui.t('task.progress', { number: index + 1, total: pages.length })}</p>}
      <h1>{heading ?? ui.say(task.title)}</h1>
      <FormMistakes
        page={current}
        words={words}
        problems={place.problems}
        title={ui.t('form.mistakes', { count: place.problems.length })}
      />
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      <TaskQuestion task={task} ui={ui} />
      {place.more ? <Callout tone="moving" title={ui.t('form.more')} live /> : null}
      <form
        method="post"
        className="form above"
        encType={hasFiles(flow, current.id) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <HiddenFields ui={ui} />
        <input type="hidden" name="_page" value={current.id} />
        <input type="hidden" name="_draft" value={draftText(place.draft)} />
        <FormPage
          page={current}
          words={words}
          currency={CURRENCY}
          problems={place.problems}
          found={again?.found ?? data.found}
          files={filesWay(data.organisation)}
        />
        <Actions>
          <Button name="_to" value="next">
            {ui.t('task.next')}
          </Button>
          {index > 0 ? (
            <Button kind="quiet" name="_to" value="previous" unchecked>
              {ui.t('task.previous')}
            </Button>
          ) : null}
        </Actions>
      </form>
    </>
  )
}

/** That the person goes on where they stopped, and the way to begin anew. */
function Resumed({ at, ui }: { at: string; ui: Ui }): ReactNode {
  return (
    <Callout tone="moving" title={ui.t('task.resumed', { when: ui.instant(at) })}>
      <form method="post">
        <HiddenFields ui={ui} />
        <Button kind="plain" name="_to" value="anew">
          {ui.t('task.anew')}
        </Button>
      </form>
    </Callout>
  )
}

function NotAsked({ data, ui }: { data: Answered; ui: Ui }): ReactNode {
  return (
    <StatePage
      drawing="empty"
      title={ui.t('task.answered')}
      action={<ButtonLink href={addresses.case(data.organisation, data.case)}>{ui.t('task.answered.case')}</ButtonLink>}
    >
      <p className="lead">{ui.t('task.answered.text')}</p>
    </StatePage>
  )
}

function Review(props: {
  pages: readonly PageState[]
  words: FormWords
  data: TaskPage
  place: Place
  changed: readonly Line[] | null
  ui: Ui
}): ReactNode {
  const { ui, words, place, data } = props
  const { task } = data
  return (
    <>
      <h1>{ui.t('task.review')}</h1>
      {props.changed === null ? null : <ChangedMeanwhile lines={props.changed} ui={ui} />}
      <p className="lead">{ui.t('task.review.lead')}</p>
      <TaskQuestion task={task} ui={ui} />
      <form method="post" className="above">
        <HiddenFields ui={ui} />
        <SeenFields seen={{ revision: task.revision, at: data.seenAt }} />
        <input type="hidden" name="_page" value={REVIEW} />
        <input type="hidden" name="_draft" value={draftText(place.draft)} />
        {props.pages.map(page => (
          <section key={page.id}>
            <h2>{wordOf(task, `page.${page.id}`, ui) ?? ui.say(task.title)}</h2>
            <Facts
              wide
              lines={shownFields(page).map(item => ({
                key: item.pointer,
                label: words.label(item),
                value: showValue(item, words),
                source: item.source === null ? undefined : words.source(item.source),
                action:
                  item.mode === 'locked' ? undefined : (
                    <Button kind="plain" name="_to" value={page.id} unchecked>
                      {ui.t('task.change')}
                      <span className="hidden-text">: {words.label(item)}</span>
                    </Button>
                  ),
              }))}
            />
          </section>
        ))}
        <Actions>
          <Button name="_to" value="send">
            {ui.t(signatureOf(task) === null ? 'task.send' : 'task.to-signing')}
          </Button>
          <Button kind="quiet" name="_to" value="previous" unchecked>
            {ui.t('task.previous')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

function shownFields(page: PageState): FieldState[] {
  return page.items
    .filter(item => item.visible)
    .flatMap(fieldsOf)
    .filter((item): item is FieldState => item.kind === 'field' && item.visible)
}

function Exit(props: { exit: NonNullable<PageState['exit']>; task: Task; back: ReactNode; ui: Ui }): ReactNode {
  const { ui, task, exit } = props
  return (
    <>
      {props.back}
      <StatePage drawing="lost" title={ui.say(task.title)}>
        <p className="lead">{wordOf(task, exit.text.replace(/^message:/, ''), ui) ?? ''}</p>
      </StatePage>
      {exit.instead.length > 0 ? (
        <>
          <h2>{ui.t('task.instead')}</h2>
          <Links>
            {exit.instead.map(reference => {
              const id = reference.replace(/^service:/, '')
              return (
                <LinkRow
                  key={id}
                  href={addresses.entry('service', id)}
                  title={wordOf(task, `instead.${id}`, ui) ?? id}
                />
              )
            })}
          </Links>
        </>
      ) : null}
    </>
  )
}

function wordOf(task: Task, key: string, ui: Ui): string | null {
  const text = task.words[key]
  return text === undefined ? null : ui.say(text)
}

/** A question to the person: the form of a task, page by page, then everything once more. */
export const task = page<TaskPage | ToSign | Answered, Again | NotDeclined>({
  path: '/cases/:organisation/:case/tasks/:task',
  signIn: true,
  forOrganisations: true,
  title: (data, ui) => {
    if ('answered' in data) return ui.t('task.answered')
    return 'signs' in data ? ui.t('signatory.title', { what: ui.say(data.title) }) : ui.say(data.task.title)
  },
  load,
  act,
  keep: (data, form) => ({
    place: 'flow' in data ? keptPlace(data.flow, form) : { page: '', draft: {}, problems: [] },
    problem: null,
  }),
  view,
  files: largestForm,
  script: data => 'flow' in data && (hasLookups(data.flow) || hasFiles(data.flow)),
})
