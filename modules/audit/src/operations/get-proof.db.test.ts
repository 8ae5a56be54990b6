import { official } from '@tereze/foundation-testing'
import { fromBase64, parseCheckpoint, verifyInclusion } from '@tereze/merkle-log'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { getProof } from '../contract/index.ts'
import { leafOf, sha256 } from '../rules/leaf.ts'

const platform = await auditPlatform()
const organisation = 'social-protection'
const prove = (line: string) => platform.run(getProof, { organisation, line }, official())

test('a line is proved against a checkpoint that the organisation signed', async () => {
  const lines = await platform.append(...Array.from({ length: 300 }, () => platform.newLine()))
  await platform.sealed(200)
  lines.push(...(await platform.append(...Array.from({ length: 70 }, () => platform.newLine()))))
  await platform.sealed(70)
  for (const line of [lines[0], lines[255], lines[256], lines[299], lines[369]]) {
    const proof = await prove(line?.id ?? '')
    if (isRefused(proof)) throw new Error(proof.code)
    const text = await platform.signer.open(platform.database, organisation, proof.checkpoint)
    const checkpoint = parseCheckpoint(text ?? '')
    expect(checkpoint).toMatchObject({ origin: 'services.example/social-protection/audit', size: 370 })
    const claim = {
      index: proof.index,
      size: 370,
      leafHash: leafOf(line),
      root: checkpoint?.root ?? new Uint8Array(0),
      proof: proof.proof.map(hash => fromBase64(hash) ?? new Uint8Array(0)),
    }
    expect(Buffer.from(fromBase64(proof.leaf) ?? [])).toEqual(Buffer.from(leafOf(line)))
    expect(verifyInclusion(claim, sha256)).toBe(true)
    expect(verifyInclusion({ ...claim, leafHash: leafOf({ ...line, outcome: 'other' }) }, sha256)).toBe(false)
  }
})

test('a line that is not sealed, not there or of another organisation has no proof', async () => {
  const [unsealed] = await platform.append(platform.newLine())
  expect(await prove(unsealed?.id ?? '')).toMatchObject({ code: 'audit.line-not-found' })
  expect(await prove('audit_none')).toMatchObject({ code: 'audit.line-not-found' })
  const [other] = await platform.append(platform.newLine({ tenant: 'health' }))
  await platform.sealed(2)
  expect(await prove(other?.id ?? '')).toMatchObject({ code: 'audit.line-not-found' })
})
