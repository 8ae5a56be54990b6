import { packages } from '@tereze/catalogue/contract'
import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import { type Context, findProblems, handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { bodyInvalid, contractNotFound, messageIdReused } from '../contract/message.ts'
import { sendMessage } from '../contract/queue.ts'
import { enqueue } from '../queueing.ts'
import { refuseSentFiles } from '../rules/decide-file.ts'
import { findService } from '../rules/service-version.ts'
import { keptUntil } from '../rules/term.ts'
import { bindFiles, findSentFiles } from '../store/files.ts'
import { findQueued } from '../store/queue.ts'

/** Whether a queued message says the same as the one that is given now. */
async function isSame(context: Context, organisation: string, id: string, contract: string, body: unknown) {
  const kept = await findQueued(context.tx, organisation, id)
  if (kept === null || kept.contract !== contract) return { same: false, state: null }
  const opened = await context
    .port(keyring)
    .open(context.tx, organisation, kept.sealedFor, kept.body, `exchange-queue/${id}`)
  const same = !isErased(opened) && new TextDecoder().decode(opened) === canonicalJson(body)
  return { same, state: kept.state }
}

/** Puts a message in the durable queue. */
export const sendMessageHandler = handle(sendMessage, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { organisation, message: id, contract: service, purpose, ground, subjects = [], body } = input
    const contract = findService(context.port(packages), service)?.contract
    if (contract === undefined) return refuse(contractNotFound, { pointer: '/contract', params: { contract: service } })
    const problems = findProblems(contract.request, body)
    if (problems.length > 0)
      return refuse(bodyInvalid, {
        pointer: `/body${problems[0]?.pointer ?? ''}`,
        also: problems.map(problem => ({ ...problem, pointer: `/body${problem.pointer}` })),
      })
    context.concerns(subjects, [`contract:${service}`, `purpose:${purpose}`, `ground:${ground}`])
    const own = await findSentFiles(context.tx, input.files ?? [])
    const unusable = refuseSentFiles(input, contract, own)
    if (unusable !== null) return unusable
    const after = await enqueue(context, contract, {
      id,
      contract: service,
      purpose,
      ground,
      subjects,
      case: input.case ?? null,
      files: own.map(({ file, name, mediaType, size, sha256 }) => ({ file, name, mediaType, size, sha256 })),
      body,
    })
    if (after === 'erased') return refuse(messageIdReused, { pointer: '/subjects/0' })
    if (after === 'queued' && own.length > 0)
      await bindFiles(context.tx, input.files ?? [], id, keptUntil(contract.files, context.now))
    if (after === 'queued') return { message: id, state: 'waiting' as const }
    const { same, state } = await isSame(context, organisation, id, service, body)
    return same && state !== null ? { message: id, state } : refuse(messageIdReused, { pointer: '/message' })
  },
})
