import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze-access-'))
afterAll(() => rmSync(folder, { recursive: true }))
for (const part of ['format', 'access', 'organisations'])
  cpSync(join(content, part), join(folder, part), { recursive: true })
const explain = (...args: string[]) => tereze('access', 'explain', ...args, '--content', folder)

describe('tereze access explain', () => {
  it('says which rule allows', async () => {
    const said = await explain('exchange.log.read', '--organisation', 'social-protection', '--role', 'auditor')
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ allowed.*\n {2}✓ oversight: allows/) })
  })

  it('says of each rule what it would need', async () => {
    const input = JSON.stringify({ emergency: true })
    const asked = ['registers.record.read', '--organisation', 'civil-registry', '--role', 'head']
    const said = await explain(...asked, '--of', 'social-protection', '--input', input)
    expect(said.code).toBe(1)
    expect(said.out).toContain('✗ denied: registers.record.read at civil-registry (emergency-only)')
    expect(said.out).toContain('✗ register-work: holds in one’s own organisation')
    expect(said.out).toContain('✗ emergency-reading: needs a declared emergency')
    expect(said.out).toContain('✗ platform: is for system:platform')
    const own = await explain(
      'cases.case.read-own',
      '--organisation',
      'platform',
      '--person',
      'a',
      '--input',
      '{"person":"b"}',
    )
    expect(own.out).toContain('(input.person is "b"')
    const emergency = await explain(...asked, '--of', 'social-protection', '--input', input, '--emergency', '--json')
    expect(JSON.parse(emergency.out)).toMatchObject({ allowed: true, rule: 'emergency-reading' })
  })

  it('says so where no rule names the permission, and asks who is meant', async () => {
    expect((await explain('no.such.thing', '--organisation', 'health', '--nobody')).out).toContain('no rule names')
    expect(await explain('cases.case.read', '--organisation', 'health')).toMatchObject({ code: 2 })
    expect(await explain('cases.case.read', '--organisation', 'health', '--nobody', '--person', 'a')).toMatchObject({
      code: 2,
    })
  })
})

describe('tereze test on an access policy', () => {
  it('asks what the cases ask, and finds nothing wrong', async () => {
    const { code, out } = await tereze('test', join(folder, 'access'))
    expect(out).toMatch(/access policy: \d{3} questions asked\n\d{3} passed, 0 failed$/)
    expect(code).toBe(0)
  })

  it('tells a rule that was widened and one that nobody shows', async () => {
    const file = join(folder, 'access/policy.json')
    const policy = JSON.parse(readFileSync(file, 'utf8'))
    const rule = policy.rules.find(({ id }: { id: string }) => id === 'case-work')
    rule.where = 'any-organisation'
    policy.rules.push({ ...rule, id: 'new', permissions: ['cases.case.forge'] })
    writeFileSync(file, JSON.stringify(policy))
    const { code, out } = await tereze('test', join(folder, 'access'))
    expect(code).toBe(1)
    expect(out).toContain(
      'case-worker: cases.case.read at health: expected other-organisation (case-work), got rule-allows (case-work)',
    )
    expect(out).toContain('no case shows of new: allows')
    rule.when = 'input. ='
    writeFileSync(file, JSON.stringify(policy))
    expect((await tereze('check', join(folder, 'access'))).out).toContain('package.policy-condition-broken')
  })
})
