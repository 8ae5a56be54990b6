import { readFile } from 'node:fs/promises'
import { createOutgoing } from '@tereze/foundation-http'
import { type Anchor, type Revocations, type SignatureReport, signatures } from '@tereze/foundation-signatures'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { readArgs, required } from '../read-args.ts'

const usage = 'FILE [--content FILE] [--trust FILE] [--offline] [--json]'
const typed = `signature check ${usage}`

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch {
    throw new NotPossible(`${path} cannot be read`, 'Give the path of a file.')
  }
}

async function anchorsOf(path: string | undefined): Promise<Anchor[]> {
  if (path === undefined) return []
  const { readCertificate } = await signatures()
  const text = Buffer.from(await bytesOf(path)).toString('latin1')
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  const anchors = found.flatMap(pem => readCertificate(pem) ?? [])
  if (anchors.length === 0) throw new NotPossible(`${path} holds no certificate`, 'Give a file of PEM certificates.')
  return anchors.map(certificate => ({ certificate, level: 'advanced', qualifiedBy: [] }))
}

/** Asks authorities at every call: a command line remembers nothing. */
async function askAuthorities(): Promise<Revocations> {
  const { revocationQuestions } = await signatures()
  const outgoing = createOutgoing({ privateHosts: [], plain: true })
  return async (certificate, issuer) => {
    for (const question of revocationQuestions(certificate, issuer)) {
      const reply = await outgoing.send(question.request)
      const answer = reply.ok && reply.status === 200 ? question.read(reply.body) : null
      if (answer !== null && !('fault' in answer)) return [answer]
    }
    return []
  }
}

function lineOf(report: SignatureReport): string {
  const name = report.signer?.subject.map(({ value }) => value).join(', ') ?? '–'
  const at = report.provenAt ?? report.claimedAt
  const parts = [report.fault, report.covers === 'whole' ? null : `covers ${report.covers}`, at?.toISOString() ?? null]
  return [report.verdict, report.format, name, ...parts.filter(part => part !== null)].join('  ')
}

/** Checks the signatures of a file against authorities that are given. */
export const checkSignature: Command = {
  name: 'signature check',
  usage,
  does: 'Checks the signatures of a PDF, XML, CMS or JWS file; --content is what a signature beside its file signs, --trust a file of PEM certificates of trusted authorities. Fails unless each signature is valid and covers the file.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { content: 'text', trust: 'text', offline: 'flag' })
    const file = await bytesOf(required(given.words[0], 'FILE', typed))
    const beside = given.text('content')
    const content = beside === undefined ? null : await bytesOf(beside)
    const { judgeSignature, readSignatures } = await signatures()
    const read = readSignatures(file, content)
    if (read.kind !== 'signed') {
      io.line(given.json ? JSON.stringify(read) : read.kind)
      return exitCodes.failed
    }
    const anchors = await anchorsOf(given.text('trust'))
    const revocations = given.flag('offline') ? async () => [] : await askAuthorities()
    const reports: SignatureReport[] = []
    for (const signature of read.signatures)
      reports.push(await judgeSignature(signature, { anchors, now: new Date(), revocations }))
    if (given.json) io.line(JSON.stringify(reports))
    else for (const report of reports) io.line(lineOf(report))
    const good = reports.every(({ verdict }) => verdict === 'valid') && reports.some(({ covers }) => covers === 'whole')
    return good ? exitCodes.done : exitCodes.failed
  },
}
