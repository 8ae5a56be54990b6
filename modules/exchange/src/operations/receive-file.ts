import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { fileType, receiveFile } from '../contract/file.ts'
import {
  contractNotFound,
  messageMalformed,
  messageStale,
  notSubscribed,
  servicePaused,
  signatureInvalid,
} from '../contract/message.ts'
import { announce, standingOf } from '../files/announce.ts'
import { judgeAnswerFile } from '../files/judge-answer-file.ts'
import { operator } from '../rules/certificate.ts'
import { isTopic } from '../rules/contract-definition.ts'
import { refuseCut, refuseFile } from '../rules/decide-file.ts'
import { readManifest } from '../rules/read-manifest.ts'
import { peekMessage } from '../rules/read-message.ts'
import { findService } from '../rules/service-version.ts'
import { topicFiles } from '../rules/topic-files.ts'
import { judgeSigner, refuseCertificate, verifySigned } from '../serving/judge-signer.ts'
import { findFile } from '../store/files.ts'
import { findFollowed, mayBeTold } from '../store/followed.ts'
import { readStanding } from '../store/standing.ts'

/** How far the time of a first announcement may be from ours, milliseconds; a later one only asks how far the file is. */
const tolerance = 15 * 60_000

/**
 * Takes what a member signed of a file, under the same access as its message; the file of an answer where the answer names it, the file of a
 * topic where the receiver follows it.
 */
export const receiveFileHandler = handle(receiveFile, {
  tenant: input => input.provider,
  async run({ manifest: jws, provider }, context) {
    const { tx, now, port } = context
    const peeked = peekMessage(jws)
    if (peeked === null) return refuse(signatureInvalid)
    const standing = await readStanding(tx, { ...peeked, provider, operator, now })
    const verified = await verifySigned(context, jws, fileType, peeked, standing)
    if (verified === null) return refuse(signatureInvalid)
    if (standing.certificate !== null) return refuseCertificate(standing.certificate)
    const manifest = readManifest(verified.payload)
    if (manifest === null || manifest.provider !== provider) return refuse(messageMalformed)
    if (verified.system !== null && verified.system !== manifest.system) return refuse(signatureInvalid)
    const contract = findService(port(packages), manifest.contract)?.contract
    const isAnswer = manifest.answers !== undefined
    const isTold = contract !== undefined && isTopic(contract) && contract.provider === manifest.consumer
    const promiser = isAnswer || isTold ? manifest.consumer : provider
    if (contract === undefined || contract.provider !== promiser || standing.elsewhere)
      return refuse(contractNotFound, { pointer: '/contract', params: { contract: manifest.contract } })
    const today = localDate(now, findOrganisation(port(packages), provider)?.zone ?? 'UTC')
    if (isTold && !mayBeTold(await findFollowed(tx, provider, manifest.contract, manifest.purpose)))
      return refuse(notSubscribed, {
        pointer: '/contract',
        params: { topic: manifest.contract, purpose: manifest.purpose },
      })
    if (!isAnswer) {
      const access = isTold ? null : judgeSigner(manifest, contract, standing, today)
      if (isRefused(access)) return access
      if (standing.pausedUntil !== null)
        return refuse(servicePaused, { params: { contract: manifest.contract, provider, until: standing.pausedUntil } })
    }
    const taken = isAnswer ? contract.answerFiles : isTold ? topicFiles(contract) : contract.files
    const unfit = refuseFile(manifest.contract, taken, manifest) ?? refuseCut(manifest)
    if (unfit !== null) return unfit
    context.concerns([], [`contract:${manifest.contract}`, `consumer:${manifest.consumer}`, `file:${manifest.file}`])
    const known = await findFile(tx, provider, manifest.file)
    if (known === null && Math.abs(now.getTime() - Date.parse(manifest.time)) > tolerance)
      return refuse(messageStale, { pointer: '/time' })
    if (known?.state === 'expired') return standingOf(context, known)
    const { answers } = manifest
    const unbound =
      known === null && answers !== undefined ? await judgeAnswerFile(context, { ...manifest, answers }) : null
    if (unbound !== null) return unbound
    return announce(context, { ...manifest, direction: 'received', peer: manifest.consumer })
  },
})
