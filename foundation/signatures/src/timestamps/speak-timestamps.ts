import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { oid } from '../algorithms/object-identifiers.ts'
import type { SignatureKey } from '../algorithms/signature-key.ts'
import { sameBytes, sha256 } from '../algorithms/verify-value.ts'
import { bytesOf } from '../certificates/read-certificate.ts'
import { readCms } from '../cms/read-cms.ts'
import { signCms } from '../cms/sign-cms.ts'
import { TimestampFailed, type Timestamps } from './timestamps.ts'

/** Carries a request to an authority and brings its answer; null when none came. */
export type TimestampLine = (request: Uint8Array) => Promise<Uint8Array | null>

function imprintOf(hash: Uint8Array<ArrayBuffer>): MessageImprint {
  return new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1.Null() }),
    hashedMessage: new asn1.OctetString({ valueHex: hash.buffer }),
  })
}

/** A time-stamp as it was read out of its token. */
export interface TimestampInfo {
  readonly at: Date
  readonly digest: string
  readonly hash: Uint8Array
  readonly nonce: Uint8Array | null
}

/** What a token says (RFC 3161, 2.4.2); null when it is none. */
export function readTimestampInfo(content: Uint8Array): TimestampInfo | null {
  try {
    const info = TSTInfo.fromBER(new Uint8Array(content))
    return {
      at: info.genTime,
      digest: info.messageImprint.hashAlgorithm.algorithmId,
      hash: bytesOf(info.messageImprint.hashedMessage.valueBlock.valueHexView),
      nonce: info.nonce === undefined ? null : bytesOf(info.nonce.valueBlock.valueHexView),
    }
  } catch {
    // Bytes that came from outside and are no time-stamp.
    return null
  }
}

function tokenIn(answer: Uint8Array): Uint8Array<ArrayBuffer> | null {
  try {
    const response = TimeStampResp.fromBER(new Uint8Array(answer))
    // granted, or granted with changes (2.4.2).
    if (response.status.status > 1 || response.timeStampToken === undefined) return null
    return bytesOf(response.timeStampToken.toSchema().toBER())
  } catch {
    // Bytes that came from outside and are no answer.
    return null
  }
}

/** A client of a time-stamping authority. The answer must be about the same bytes and carry the nonce of the request. */
export function timestampClient(line: TimestampLine): Timestamps {
  return {
    async stamp(bytes) {
      const nonce = new Uint8Array(randomBytes(8))
      nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
      const hash = sha256(bytes)
      const request = new TimeStampReq({
        version: 1,
        messageImprint: imprintOf(hash),
        nonce: new asn1.Integer({ valueHex: nonce.buffer }),
        certReq: true,
      })
      const answer = await line(bytesOf(request.toSchema().toBER()))
      if (answer === null) throw new TimestampFailed('unreachable')
      const token = tokenIn(answer)
      if (token === null) throw new TimestampFailed('refused')
      const cms = readCms(token, null)
      const info = cms?.content == null ? null : readTimestampInfo(cms.content)
      if (info === null || cms?.signatures[0]?.fault !== null) throw new TimestampFailed('unreadable')
      if (info.digest !== oid.sha256 || !sameBytes(info.hash, hash)) throw new TimestampFailed('other-bytes')
      if (info.nonce === null || !sameBytes(info.nonce, nonce)) throw new TimestampFailed('other-request')
      return token
    },
  }
}

/** The policy under which this authority stamps; a number of its own may be given to it by whoever runs it. */
const policyOfOwn = '1.2.3.4.1'

/**
 * A time-stamping authority: answers requests (RFC 3161, 2.4).
 * @param key of a certificate whose one purpose is time-stamping.
 */
export function timestampAuthority(parts: {
  readonly key: SignatureKey
  readonly now: () => Date
  readonly policy?: string
}): TimestampLine {
  const refused = new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) })
  return async request => {
    let asked: TimeStampReq
    try {
      asked = TimeStampReq.fromBER(new Uint8Array(request))
    } catch {
      // Bytes that came from outside and are no request: refused in the words of the standard.
      return bytesOf(refused.toSchema().toBER())
    }
    if (asked.messageImprint.hashAlgorithm.algorithmId !== oid.sha256) return bytesOf(refused.toSchema().toBER())
    const serial = new Uint8Array(randomBytes(12))
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
    const info = new TSTInfo({
      version: 1,
      policy: parts.policy ?? policyOfOwn,
      messageImprint: asked.messageImprint,
      serialNumber: new asn1.Integer({ valueHex: serial.buffer }),
      genTime: parts.now(),
      ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    })
    const token = await signCms(new Uint8Array(info.toSchema().toBER()), parts.key, {
      inside: true,
      contentType: oid.timestampInfo,
    })
    const response = new TimeStampResp({
      status: new PKIStatusInfo({ status: 0 }),
      timeStampToken: ContentInfo.fromBER(token),
    })
    return bytesOf(response.toSchema().toBER())
  }
}
