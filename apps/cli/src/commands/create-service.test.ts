import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const house = fileURLToPath(new URL('../../../../', import.meta.url))
const example = join(house, 'examples/regulations/summer-camp.regulation.json')
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
cpSync(join(house, 'content'), content, { recursive: true })
const service = join(content, 'services/family/summer-camp-voucher')
const create = (...args: string[]) => tereze('create', 'service', '--content', content, ...args)

function changed(name: string, change: (regulation: Record<string, unknown>) => void): string {
  const regulation = JSON.parse(readFileSync(example, 'utf8'))
  change(regulation)
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(regulation))
  return file
}

describe('tereze create service', () => {
  it('writes nothing in a dry run', async () => {
    const { code, out } = await create('--from', example, '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('new     decisions/eligibility.dmn')
    expect(existsSync(service)).toBe(false)
  })

  it('makes a package in which check finds nothing wrong, and makes it anew without a change', async () => {
    const made = await create('--from', example)
    expect([made.code, made.out.split('\n').at(-1)]).toEqual([0, expect.stringMatching(/ 0 conflicts, 0 problems$/)])
    const again = JSON.parse((await create('--from', example, '--json')).out)
    expect(again.files.filter(({ state }: { state: string }) => state !== 'same')).toEqual([])
  })

  it('keeps an edit by hand, names a conflict, and does what somebody decides', async () => {
    const words = join(service, 'messages/en.json')
    writeFileSync(words, readFileSync(words, 'utf8').replace('"Summer camp voucher for a child"', '"Camp voucher"'))
    const title = () => JSON.parse(readFileSync(words, 'utf8')).title
    const renamed = changed('renamed.json', regulation => {
      regulation.name = { en: 'Voucher', ru: 'Путёвка', kk: 'Жолдама' }
      regulation.summary = { en: 'A new summary.', ru: 'Новое описание.', kk: 'Жаңа сипаттама.' }
    })
    const conflict = await create('--from', renamed)
    expect(conflict.code).toBe(1)
    expect(conflict.out).toContain('→ A new summary.')
    expect(conflict.out).toContain(
      'conflict messages/en.json#/title\n  edited by hand: Camp voucher\n  the regulation: Voucher',
    )
    expect(title()).toBe('Camp voucher')
    expect((await create('--from', renamed, '--take', 'messages/en.json#/title')).code).toBe(0)
    expect(title()).toBe('Voucher')
  })

  it('tells every fault with its place and the way out in the language that is asked for, and writes nothing', async () => {
    const wrong = changed('wrong.json', regulation => {
      regulation.id = 'wrong-service'
      regulation.body = 'org:social-protecton'
      regulation.level = 'x'
    })
    const shape = await create('--from', wrong, '--language', 'kk')
    expect(shape.code).toBe(1)
    expect(shape.out).toContain('#/level  regulation.value-unknown: «x» мына мәндердің ешқайсысы емес')
    const body = changed('body.json', regulation => {
      regulation.id = 'wrong-service'
      regulation.body = 'org:social-protecton'
    })
    const told = JSON.parse((await create('--from', body, '--json')).out)
    expect(told.problems).toContainEqual(
      expect.objectContaining({
        pointer: '/body',
        code: 'regulation.body-unknown',
        params: expect.objectContaining({ nearest: 'org:social-protection' }),
      }),
    )
    expect(existsSync(join(content, 'services/family/wrong-service'))).toBe(false)
    expect((await create('--from', join(folder, 'nothing.json'))).code).toBe(2)
    expect((await create()).code).toBe(2)
  })

  it('finds the template of an act of joining in the content, and keeps the act with what is made of it', async () => {
    const variant = join(content, 'services/social-support/heating-support-south')
    const act = join(variant, 'digital-regulation.json')
    const again = JSON.parse((await create('--from', act, '--json')).out)
    expect(again.files.filter(({ state }: { state: string }) => state !== 'same')).toEqual([])
    const changes = JSON.parse(readFileSync(act, 'utf8'))
    const closed = join(folder, 'closed.json')
    writeFileSync(closed, JSON.stringify({ ...changes, changes: { '/appeal/within': { calendarDays: 5 } } }))
    const { code, out } = await create('--from', closed)
    expect([code, out]).toEqual([1, expect.stringContaining('regulation.not-changeable')])
  })
})

describe('tereze regulation', () => {
  it('prints the legal text, and as pages', async () => {
    const { code, out } = await tereze('regulation', 'print', example, '--language', 'ru')
    expect(code).toBe(0)
    expect(out).toContain('# Административный регламент предоставления услуги «Путёвка ребёнку в летний лагерь»')
    expect(out).toContain('Налоговое агентство: сообщает доход заявителя')
    const pdf = join(folder, 'text.pdf')
    expect((await tereze('regulation', 'print', example, '--language', 'kk,ru', '--pdf', pdf)).code).toBe(0)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await tereze('regulation', 'print', example, '--language', 'de')).code).toBe(2)
    expect((await tereze('regulation', 'print', example, '--structure', 'novel')).code).toBe(2)
  })

  it('compares two, clause by clause', async () => {
    const other = changed('other.json', regulation => {
      const [criterion] = regulation.criteria as { when: string }[]
      if (criterion !== undefined) criterion.when = 'true'
    })
    const { code, out } = await tereze('regulation', 'compare', example, other, '--language', 'en')
    expect(code).toBe(0)
    expect(out).toMatch(/^Clause 12\.1\n {2}\/criteria\/of-school-age\/when {2}was: .*; is: true$/)
  })
})
