import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import { type AnswerAboutRecord, otherRegisters } from '../contract/other-registers.ts'
import { definitionOf } from '../definition/definition.ts'
import { type Agreement, qualityOf } from '../definition/quality.ts'
import { noteViolations } from '../quality/note-violations.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { appliesTo, seenBy } from '../rules/keeps-rule.ts'
import { nextQuestion } from '../rules/next-question.ts'
import {
  claimQuestions,
  type DueQuestion,
  deleteQuestions,
  dueQuestions,
  insertQuestions,
  listDueRules,
  settleQuestion,
} from '../store/questions.ts'
import { listCurrent, type StoredRecord } from '../store/records.ts'

const leaseSeconds = 120
/** Questions that are asked at the same time. */
const atOnce = 4

/** Keeps what came of a question: the record agrees or breaks the rule, or when it is asked again. The answer itself is not kept. */
async function settle(
  parts: JobContext,
  tenant: string,
  question: DueQuestion,
  {
    agrees,
    seen,
    answer,
    moment,
  }: { agrees: Agreement; seen: StoredRecord; answer: AnswerAboutRecord; moment: Moment },
): Promise<void> {
  await parts.write(tenant, async context => {
    const { tx, now, port } = context
    const pack = port(packages).find('register', question.register)
    const quality = pack === null ? null : qualityOf(pack)
    const [current] = await listCurrent(tx, tenant, question.register, [question.record])
    if (quality === null || current === undefined) return deleteQuestions(tx, [question])
    // It has changed meanwhile: what was asked was about something else.
    if (current.version !== seen.version) return insertQuestions(tx, [question], now, true)
    const failed = answer.ok ? null : answer
    const dueAt = new Date(now.getTime() + nextQuestion(agrees.every, question.attempts, failed))
    settleQuestion(tx, question, { dueAt, code: failed?.code ?? null })
    if (!answer.ok) return
    const holds = evaluateJson(agrees.holds, { ...seenBy(current), answer: answer.body }, moment) === true
    const broken = holds ? [] : [{ record: question.record, version: current.version, rule: question.rule }]
    const isAsked = ({ rule }: { rule: string }) => rule === question.rule
    await noteViolations(context, question.register, quality, [question.record], broken, isAsked)
  })
}

/** Asks about one record. Talks to the outside: never inside a transaction. */
async function askAbout(parts: JobContext, tenant: string, question: DueQuestion): Promise<void> {
  const { database, ports, clock } = parts
  const all = ports.get(packages)
  const pack = all.find('register', question.register)
  const rule = pack === null ? undefined : qualityOf(pack)?.rules.find(({ id }) => id === question.rule)
  const [seen] = await listCurrent(database, tenant, question.register, [question.record])
  const agrees = rule?.agrees
  const moment = { now: clock.now().toISOString(), zone: getOrganisation(all, tenant).zone }
  const says = (expression: string, data: Record<string, unknown>) => evaluateJson(expression, data, moment)
  if (
    pack === null ||
    rule === undefined ||
    agrees === undefined ||
    seen === undefined ||
    !appliesTo(rule, seen, says)
  ) {
    await parts.write(tenant, async ({ tx }) => deleteQuestions(tx, [question]))
    return
  }
  const answer = await ports.get(otherRegisters).ask({
    id: parts.ids.newUuid(),
    contract: agrees.contract,
    consumer: tenant,
    purpose: agrees.purpose,
    ground: agrees.ground,
    subjects: subjectsOf(definitionOf(pack), seen.record, seen.data),
    body: fillTemplate(agrees.input, evaluator(seenBy(seen), moment)),
  })
  await settle(parts, tenant, question, { agrees, seen, answer, moment })
}

/** Asks other organisations about the records that rules of quality compare with what those keep, as often as each rule may. */
export const askOthersJob = job({
  name: 'registers.ask-others',
  every: 15_000,
  patient: true,
  due: dueQuestions,
  async run(parts) {
    const now = parts.clock.now()
    const until = new Date(now.getTime() + leaseSeconds * 1000)
    let done = 0
    for (const { tenant, register, rule } of await listDueRules(parts.database, now)) {
      const pack = parts.ports.get(packages).find('register', register)
      const declared = pack === null ? undefined : qualityOf(pack)?.rules.find(({ id }) => id === rule)
      const perMinute = declared?.agrees?.perMinute ?? 1
      const claimed = await parts.write(tenant, ({ tx }) =>
        claimQuestions(tx, { register, rule }, { now, until, perMinute }),
      )
      for (let place = 0; place < claimed.length; place += atOnce) {
        const together = claimed.slice(place, place + atOnce)
        const asked = await Promise.allSettled(together.map(question => askAbout(parts, tenant, question)))
        for (const one of asked) if (one.status === 'rejected') parts.report(one.reason)
      }
      done += claimed.length
    }
    return done
  },
})
