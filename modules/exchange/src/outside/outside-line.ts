import { packages } from '@tereze/catalogue/contract'
import { type OutsideViews, openOutsideViews } from '@tereze/foundation-database'
import { sealedBlobStore } from '@tereze/foundation-files'
import type { Outgoing } from '@tereze/foundation-http'
import { keyring } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import { nationalLine } from '../ports/national-line.ts'
import type { Carried, OutsideAnswer, OutsideLine } from '../ports/outside-line.ts'
import type { ContractDefinition, ServesFrom } from '../rules/contract-definition.ts'
import { isMade, type MadeAnswer, type OutsideQuestion } from '../rules/outside-question.ts'
import { findService } from '../rules/service-version.ts'
import { answerTerm } from '../rules/term.ts'
import { type KeptQuestion, openQuestion, sealSide } from '../serving/ask-outside.ts'
import { insertMadeFile } from '../store/answer-files.ts'
import { claimOutsideCall, endOutsideCall, findOutsideCall, releaseOutsideCall } from '../store/outside-calls.ts'
import { wakeQueued } from '../store/queue.ts'
import { askFiles } from './ask-files.ts'
import { askRest } from './ask-rest.ts'
import { askSoap } from './ask-soap.ts'
import { askView } from './ask-view.ts'
import { askXRoad } from './ask-xroad.ts'
import { fitAnswer } from './fit-answer.ts'
import { type OutsidePlace, readOutsidePlaces } from './outside-place.ts'
import { createSecurityServers } from './security-servers.ts'

/** For how long a member's system is waited for at most, however long its contract allows, milliseconds. */
const longest = 600_000
const tokenSeconds = 300

/** For how long files of an answer are kept that nobody fetched with it: as long as questions to own systems are. */
const unfetchedFor = 90 * 86_400_000

/** Whether a contract is served by a member's own system. */
function isFrom(contract: ContractDefinition): contract is ContractDefinition & { readonly serves: ServesFrom } {
  return 'from' in contract.serves
}

interface Asked {
  readonly provider: string
  readonly message: string
  readonly consumer: string
  /** `provider.name@major`. */
  readonly service: string
  readonly contract: ContractDefinition
  readonly kept: KeptQuestion
  readonly timeout: number
}

/**
 * The line to the own systems of members.
 * @param parts.systems `name=postgres://…`, `name=file:///folder` and `name=xroad:///settings.json`, given by the operator: data names a system, never its address.
 * @param parts.longest milliseconds after which a system that says nothing is given up.
 */
export function createOutsideLine(parts: {
  job: () => JobContext
  outgoing: Outgoing
  systems: readonly string[]
  longest?: number
}): OutsideLine & { close(): Promise<void> } {
  const places = readOutsidePlaces(parts.systems)
  const servers = createSecurityServers()
  const databases = new Map<string, OutsideViews>()
  const wait = parts.longest ?? longest

  function viewsOf(name: string, place: Extract<OutsidePlace, { kind: 'database' }>): OutsideViews {
    const open = databases.get(name) ?? openOutsideViews({ url: place.url })
    databases.set(name, open)
    return open
  }

  /** A token by which the member's system knows that the exchange asks for its organisation, for this message, now. */
  async function tokenOf({ provider, message }: Asked, audience: string): Promise<string> {
    const { ports, write, clock } = parts.job()
    const keys = ports.get(keyring)
    const signer =
      keys.knownSigner(provider, 'exchange') ?? (await write(provider, ({ tx }) => keys.signer(tx, 'exchange')))
    const now = Math.floor(clock.now().getTime() / 1000)
    const claims = { iss: provider, aud: audience, jti: message, iat: now, exp: now + tokenSeconds }
    return signer.sign(JSON.stringify(claims), 'JWT')
  }

  async function ask(asked: Asked): Promise<OutsideAnswer> {
    const question = asked.kept.question as OutsideQuestion | MadeAnswer
    if (question.kind === 'made') return { value: null }
    if (!isFrom(asked.contract)) return { problem: { reason: 'failed', detail: 'the contract changed' } }
    const { from } = asked.contract.serves
    const call = { message: asked.message, timeout: asked.timeout }
    const place = 'system' in from ? places.get(from.system) : undefined
    const notConfigured = {
      problem: { reason: 'not-configured' as const, detail: 'system' in from ? from.system : '' },
    }
    if (from.kind === 'rest' && question.kind === 'rest')
      return askRest(parts.outgoing, from, question, { ...call, token: await tokenOf(asked, new URL(from.url).origin) })
    if (from.kind === 'soap' && question.kind === 'soap')
      return askSoap(parts.outgoing, from, question, { ...call, token: await tokenOf(asked, new URL(from.url).origin) })
    if ((from.kind === 'smev' || from.kind === 'shep') && question.kind === 'xml')
      return parts.job().ports.get(nationalLine).ask(from, question, asked)
    if (from.kind === 'files' && question.kind === 'files')
      return place?.kind === 'folder' ? askFiles(place.path, question.body, call) : notConfigured
    if (from.kind === 'view' && question.kind === 'view')
      return place?.kind === 'database'
        ? askView(viewsOf(from.system, place), from, question, asked.timeout)
        : notConfigured
    if (from.kind === 'xroad' && question.kind === 'xroad')
      return place?.kind === 'security-server'
        ? askXRoad(servers, place.path, from, question, { ...call, consumer: asked.consumer })
        : notConfigured
    return { problem: { reason: 'failed', detail: 'the contract changed' } }
  }

  /** Asks and writes down what became of it. */
  async function carryOut(asked: Asked, sealedFor: string): Promise<Carried> {
    const answer = await ask(asked).catch((error: unknown) => {
      parts.job().report(error)
      return { problem: { reason: 'failed' as const, detail: '' } }
    })
    return writeDown(asked, sealedFor, answer)
  }

  /** Writes down what became of a question. */
  async function writeDown(asked: Asked, sealedFor: string, answer: OutsideAnswer): Promise<Carried> {
    const { write, ports } = parts.job()
    const { provider, message, kept, consumer } = asked
    const { outgoing } = parts
    const mapped =
      'value' in answer
        ? await fitAnswer(parts.job(), asked, answer.value, { outgoing, tokenOf: audience => tokenOf(asked, audience) })
        : answer
    const spare: string[] = []
    const carried = await write(provider, async context => {
      const { tx, now } = context
      if ('problem' in mapped) {
        releaseOutsideCall(tx, message, mapped.problem)
        return mapped.problem
      }
      if ('awaited' in mapped) {
        releaseOutsideCall(tx, message, null)
        return 'awaited' as const
      }
      if ('refused' in mapped) {
        endOutsideCall(tx, message, { state: 'refused', answer: null, detail: mapped.refused, evidence: null, now })
        return 'over' as const
      }
      const { body, made } = mapped
      const named = made.map(({ file, name, mediaType, size, sha256 }) => ({ file, name, mediaType, size, sha256 }))
      const until = new Date(now.getTime() + unfetchedFor)
      const about = { message, consumer, contract: asked.service, purpose: kept.purpose ?? '', now, until }
      for (const file of made) if (!(await insertMadeFile(tx, file, about))) spare.push(...file.blobs)
      const given = named.length === 0 ? { body } : { body, files: named }
      const sealed = await sealSide(context, { message, sealedFor }, 'answer', given)
      const evidence = 'value' in answer ? (answer.evidence ?? null) : null
      endOutsideCall(tx, message, { state: 'answered', answer: sealed, detail: null, evidence, now })
      return 'over' as const
    })
    for (const blob of spare) await ports.get(sealedBlobStore).remove(blob)
    return carried
  }

  /** Claims the question for as long as it may take; null when there is nothing to ask here. */
  async function claim(provider: string, message: string): Promise<{ asked: Asked; sealedFor: string } | Carried> {
    const { write, ports } = parts.job()
    return write(provider, async context => {
      const { tx, now } = context
      const row = await findOutsideCall(tx, provider, message)
      if (row === null || row.state !== 'asked') return 'over' as const
      const contract = findService(ports.get(packages), row.contract)?.contract
      const kept = await openQuestion(context, provider, row)
      if (contract === undefined || kept === null || !(isFrom(contract) || isMade(kept.question)))
        return { reason: 'failed' as const, detail: 'the contract changed' }
      // A folder says nothing while it is waited for: the look ends before the asker goes.
      const isFolder = isFrom(contract) && contract.serves.from.kind === 'files'
      const patience = isFolder ? Math.min(answerTerm(contract) * 0.8, wait) : wait
      const timeout = Math.round(patience)
      if (!(await claimOutsideCall(tx, message, now, new Date(now.getTime() + timeout + 10_000))))
        return 'awaited' as const
      return {
        asked: { provider, message, consumer: row.consumer, service: row.contract, contract, kept, timeout },
        sealedFor: row.sealedFor,
      }
    })
  }

  return {
    async carry(provider, message) {
      const claimed = await claim(provider, message)
      if (typeof claimed === 'string' || 'reason' in claimed) return claimed
      const carried = carryOut(claimed.asked, claimed.sealedFor)
      return within(carried, answerTerm(claimed.asked.contract), error => parts.job().report(error))
    },
    async deliver(provider, message, answer) {
      const { write, ports, clock } = parts.job()
      const found = await write(provider, async context => {
        const row = await findOutsideCall(context.tx, provider, message)
        if (row === null || row.state !== 'asked') return null
        const contract = findService(ports.get(packages), row.contract)?.contract
        const kept = await openQuestion(context, provider, row)
        if (contract === undefined || !isFrom(contract) || kept === null) return null
        const { consumer } = row
        const asked: Asked = { provider, message, consumer, service: row.contract, contract, kept, timeout: wait }
        return { asked, row }
      })
      if (found === null) return 'known'
      const carried = await writeDown(found.asked, found.row.sealedFor, answer)
      // The asker's queue rests between attempts: what it waits for is here.
      if (carried === 'over') await write(found.row.consumer, async ({ tx }) => wakeQueued(tx, message, clock.now()))
      return carried
    },
    async close() {
      await Promise.all([...databases.values()].map(views => views.close()))
    },
  }
}

/** The outcome when it comes in time; otherwise it is awaited, and goes on by itself. */
async function within(work: Promise<Carried>, milliseconds: number, report: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  let late = false
  const over = new Promise<Carried>(resolve => {
    timer = setTimeout(() => {
      late = true
      resolve('awaited')
    }, milliseconds)
  })
  const watched = work.catch((error: unknown): Carried => {
    if (!late) throw error
    report(error)
    return 'awaited'
  })
  try {
    return await Promise.race([watched, over])
  } finally {
    clearTimeout(timer)
  }
}
