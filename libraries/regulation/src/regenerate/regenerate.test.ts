import { describe, expect, it } from 'vitest'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { generatePackage } from '../generate/generate-package.ts'
import { regulationOf, say } from '../testing/regulations.fixture.ts'
import { aroundFor } from '../testing/surroundings.fixture.ts'
import { recordFile, regenerate } from './regenerate.ts'

const around = aroundFor()
const criterion = (id: string, when: string) => ({
  id,
  clause: '1.2',
  text: say(`It is so: ${id}`),
  when,
  ground: { id: `no-${id}`, text: say('No'), remedy: say('None') },
})
const first = regulationOf('grant', {
  criteria: [
    criterion('grown-up', 'date(applicant.born) < today() - duration("P18Y")'),
    criterion('woman', 'applicant.sex = "female"'),
  ],
})

function made(regulation: DigitalRegulation): Record<string, string> {
  const generated = generatePackage(regulation, around)
  if (!generated.ok) throw new Error(JSON.stringify(generated.problems))
  return { ...generated.files }
}

/** The package as it lies in its folder after it was generated the first time. */
function packageOf(regulation = first): Record<string, string> {
  const files = made(regulation)
  return { ...files, [recordFile]: regenerate({}, files).record }
}

const model = 'decisions/eligibility.dmn'
const edit = (files: Record<string, string>, path: string, from: string, to: string) => {
  expect(files[path]).toContain(from)
  files[path] = files[path]?.replace(from, to) ?? ''
}
const find = (result: ReturnType<typeof regenerate>, path: string) => result.files.find(file => file.path === path)

describe('a package made anew', () => {
  it('changes nothing when neither the regulation nor a hand did', () => {
    const files = packageOf()
    const again = regenerate(files, made(first))
    expect(again.files.filter(({ state }) => state !== 'same')).toEqual([])
    expect(again.record).toBe(files[recordFile])
  })

  it('keeps a message edited by hand while others follow the regulation', () => {
    const files = packageOf()
    edit(files, 'messages/en.json', '"title": "Service grant"', '"title": "The grant"')
    const again = regenerate(files, made({ ...first, summary: say('What it gives now.') }))
    const words = JSON.parse(find(again, 'messages/en.json')?.text ?? '')
    expect([words.title, words.summary]).toEqual(['The grant', 'What it gives now.'])
    expect(again.files.flatMap(({ conflicts }) => conflicts)).toEqual([])
    expect(find(again, 'messages/en.json')?.changes).toEqual([
      { place: '/summary', from: 'What grant gives.', to: 'What it gives now.' },
    ])
  })

  it('tells what both changed, keeps the edit, and tells it until somebody decides', () => {
    const files = packageOf()
    edit(files, 'messages/en.json', '"title": "Service grant"', '"title": "The grant"')
    const renamed = made({ ...first, name: say('Grant of the state') })
    const again = regenerate(files, renamed)
    const [conflict] = find(again, 'messages/en.json')?.conflicts ?? []
    expect(conflict).toEqual({ place: '/title', mine: 'The grant', theirs: 'Grant of the state' })
    const then: Record<string, string> = {
      ...files,
      ...Object.fromEntries(again.files.map(({ path, text }) => [path, text ?? ''])),
      [recordFile]: again.record,
    }
    expect(JSON.parse(then['messages/en.json'] ?? '').title).toBe('The grant')
    expect(find(regenerate(then, renamed), 'messages/en.json')?.conflicts).toHaveLength(1)
    const place = ['messages/en.json#/title']
    const kept = regenerate(then, renamed, { take: [], keep: place })
    expect(find(kept, 'messages/en.json')).toMatchObject({ state: 'same', conflicts: [], edited: true })
    expect(find(regenerate({ ...then, [recordFile]: kept.record }, renamed), 'messages/en.json')?.conflicts).toEqual([])
    const taken = regenerate(then, renamed, { take: place, keep: [] })
    expect(JSON.parse(find(taken, 'messages/en.json')?.text ?? '').title).toBe('Grant of the state')
  })

  it('keeps a rule edited and a rule added by hand, and follows the regulation in the others', () => {
    const files = packageOf()
    edit(files, model, '["no-woman"]', '["no-woman", "no-grown-up"]')
    const rule = /[ \t]*<rule id="all-met">[\s\S]*?<\/rule>\n/.exec(files[model] ?? '')?.[0] ?? ''
    edit(files, model, rule, `${rule.replaceAll('all-met', 'by-hand')}${rule}`)
    const again = regenerate(files, made({ ...first, automatic: { clause: '1.5', personMustLook: true } }))
    const text = find(again, model)?.text ?? ''
    expect(text).toContain('["no-woman", "no-grown-up"]')
    expect(text.indexOf('<rule id="by-hand">')).toBeLessThan(text.indexOf('<rule id="all-met">'))
    expect(/<rule id="all-met">[\s\S]*?<text>1\.5<\/text>/.test(text)).toBe(true)
    expect(again.files.flatMap(({ conflicts }) => conflicts)).toEqual([])
  })

  it('takes away what the regulation has no more, but nothing that a hand touched', () => {
    const fewer = made({ ...first, criteria: first.criteria.slice(0, 1) })
    const files = packageOf()
    expect(find(regenerate(files, fewer), 'cases/refused-woman.case.json')).toMatchObject({
      state: 'removed',
      text: null,
    })
    edit(files, 'cases/refused-woman.case.json', '"Refused because', '"Still refused because')
    const again = find(regenerate(files, fewer), 'cases/refused-woman.case.json')
    expect(again?.text).toContain('Still refused because')
    expect(again?.conflicts.map(({ place }) => place)).toEqual([''])
  })

  it('leaves alone what was never generated, and what was taken away by hand', () => {
    const files = packageOf()
    files['cases/by-hand.case.json'] = '{}'
    delete files['cases/refused-woman.case.json']
    const again = regenerate(files, made(first))
    expect(again.files.map(({ path }) => path)).not.toContain('cases/by-hand.case.json')
    expect(again.files.map(({ path }) => path)).not.toContain('cases/refused-woman.case.json')
  })

  it('puts nothing over files that lie there without a record', () => {
    const again = regenerate({ 'messages/en.json': '{"title":"Mine"}' }, made(first))
    expect(JSON.parse(find(again, 'messages/en.json')?.text ?? '').title).toBe('Mine')
    expect(find(again, 'messages/en.json')?.conflicts).toHaveLength(1)
  })

  it('keeps a section of a notice', () => {
    const files = packageOf()
    edit(files, 'notices/granted.md', 'Your application is granted', 'Good news')
    const again = find(regenerate(files, made({ ...first, summary: say('Other') })), 'notices/granted.md')
    expect(again).toMatchObject({ state: 'same', edited: true })
  })
})
