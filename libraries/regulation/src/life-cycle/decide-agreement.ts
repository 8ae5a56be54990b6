import type { LifeCycle, Remark, Who } from './life-cycle.ts'
import type { RuleMaking } from './rule-making.ts'
import { refused, type Step, type StepDecided } from './step.ts'

type Own = Exclude<
  Step,
  { step: 'ask-approval' | 'approve' | 'return' | 'register' | 'set-force' | 'pass-day' | 'amend' | 'repeal' }
>

/** A step of somebody, with its instant and the rules of the jurisdiction. */
export interface Taken {
  readonly who: Who
  readonly now: string
  readonly rules: RuleMaking
}

function ask(
  life: LifeCycle,
  { bodies, faults }: Extract<Own, { step: 'ask-agreement' }>,
  { rules }: Taken,
): StepDecided {
  if (faults > 0) return refused('text-faulty', { faults: String(faults) })
  const twice = bodies.find((body, index) => bodies.indexOf(body) < index || body === life.body)
  if (twice !== undefined) return refused('body-twice', { body: twice })
  const missing = rules.agreement.with.find(body => body !== life.body && !bodies.includes(body))
  if (missing !== undefined) return refused('body-missing', { body: missing })
  if (bodies.length < rules.agreement.least) return refused('bodies-too-few', { least: String(rules.agreement.least) })
  const asked = bodies.map(body => ({ body, position: null, content: null, by: null, at: null }))
  return { ok: true, life: { ...life, stage: 'agreement', asked, remarks: [], expertise: null } }
}

/** The life with one remark changed, or a refusal where there is none of this id, of this body if one is named. */
function onRemark(
  life: LifeCycle,
  id: string,
  body: string | null,
  change: (remark: Remark) => Remark | StepDecided,
): StepDecided {
  const found = life.remarks.find(one => one.id === id && (body === null || one.body === body))
  if (found === undefined) return refused('remark-unknown', { id })
  const changed = change(found)
  if ('ok' in changed) return changed
  return { ok: true, life: { ...life, remarks: life.remarks.map(one => (one === found ? changed : one)) } }
}

function givePosition(
  life: LifeCycle,
  { position }: Extract<Own, { step: 'give-position' }>,
  { who, now }: Taken,
): StepDecided {
  const own = life.remarks.filter(({ body }) => body === who.body)
  const open = own.find(({ settled }) => settled === null)
  if (open !== undefined) return refused('remark-open', { id: open.id })
  const insists = own.some(({ settled, decision }) => settled === 'insists' && decision === null)
  if (position === 'agrees' && insists) return refused('disagreement-open', { body: who.body })
  if (position !== 'agrees' && own.length === 0) return refused('disagreement-none', { body: who.body })
  const asked = life.asked.map(one =>
    one.body === who.body ? { ...one, position, content: life.content, by: who.official, at: now } : one,
  )
  return { ok: true, life: { ...life, asked } }
}

/** A body that said nothing of the text until its term was over has agreed, where the jurisdiction holds silence for that. */
function heldAsAgreed(life: LifeCycle, body: string, { now, rules }: Taken): LifeCycle {
  if (rules.agreement.silence !== 'agrees' || life.remarks.some(remark => remark.body === body)) return life
  const asked = life.asked.map(one =>
    one.body === body && one.content !== life.content
      ? { ...one, position: 'agrees' as const, content: life.content, by: null, at: now }
      : one,
  )
  return { ...life, asked }
}

/** The officials who wrote the text, with one more. */
function writtenBy({ author, writers = [] }: LifeCycle, official: string): Pick<LifeCycle, 'writers'> {
  return official === author || writers.includes(official) ? {} : { writers: [...writers, official] }
}

/** Decides the steps by which bodies agree on a text. */
export function decideAgreement(life: LifeCycle, step: Own, taken: Taken): StepDecided {
  const { who, now, rules } = taken
  switch (step.step) {
    case 'change-text':
      return { ok: true, life: { ...life, ...writtenBy(life, who.official), content: step.content } }
    case 'ask-agreement':
      return ask(life, step, taken)
    case 'make-remark': {
      if (step.text.trim() === '') return refused('text-missing')
      if (life.remarks.some(({ id }) => id === step.id)) return refused('remark-repeated', { id: step.id })
      const remark: Remark = {
        id: step.id,
        body: who.body,
        place: step.place,
        text: step.text,
        at: now,
        answer: null,
        settled: null,
        decision: null,
      }
      // Whoever remarks has not agreed, whatever they said before.
      const asked = life.asked.map(one => (one.body === who.body ? { ...one, position: null, content: null } : one))
      return { ok: true, life: { ...life, asked, remarks: [...life.remarks, remark] } }
    }
    case 'answer-remark':
      if (step.text.trim() === '') return refused('text-missing')
      return onRemark(life, step.id, null, remark =>
        remark.settled === null
          ? { ...remark, answer: { accepted: step.accepted, text: step.text, at: now } }
          : refused('remark-answered', { id: step.id }),
      )
    case 'settle-remark':
      return onRemark(life, step.id, who.body, remark =>
        remark.answer === null ? refused('remark-unanswered', { id: step.id }) : { ...remark, settled: step.settled },
      )
    case 'decide-disagreement':
      if (step.text.trim() === '') return refused('text-missing')
      if (step.met !== undefined && step.met > now.slice(0, 10)) return refused('meeting-ahead', { met: step.met })
      return onRemark(life, step.id, null, remark =>
        remark.settled === 'insists'
          ? { ...remark, decision: { upheld: step.upheld, text: step.text, met: step.met ?? null, at: now } }
          : refused('disagreement-none', { body: remark.body }),
      )
    case 'give-position':
      return givePosition(life, step, taken)
    case 'pass-term':
      return { ok: true, life: heldAsAgreed(life, step.body, taken) }
    case 'give-expertise':
      return rules.expertise === undefined
        ? refused('expertise-none')
        : {
            ok: true,
            life: { ...life, expertise: { content: life.content, factors: step.factors, by: who.official, at: now } },
          }
  }
}
