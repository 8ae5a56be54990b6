import { registerPackages } from '@tereze/registers'
import { describe, expect, test } from 'vitest'
import type { PackageSource } from '../contract/packages.ts'
import { changed, contentFolder, rewritten, sourceOf, sources } from '../demo-content.fixture.ts'
import { checkSources } from './check-content.ts'
import { readFormats } from './formats.ts'

const formats = await readFormats(`${contentFolder}/format`)
const check = (source: PackageSource) =>
  checkSources(
    [source],
    formats,
    [registerPackages],
    sources.filter(other => other.id !== source.id),
  )
const births = sourceOf('register', 'births')
const certificate = sourceOf('service', 'birth-certificate')
const law = sourceOf('jurisdiction', 'demo')
const fileOf = (source: PackageSource, ending: string) => {
  const found = Object.keys(source.files).find(file => file.endsWith(ending))
  if (found === undefined) throw new Error(`${source.id} has no ${ending}`)
  return found
}
const process = fileOf(certificate, '.bpmn')
const decision = fileOf(certificate, '.dmn')
const form = fileOf(certificate, '.form.json')

describe('a package', () => {
  test.each([births, certificate].map(source => [source.id, source] as const))(
    'that is right has no problems: %s',
    async (_, source) => expect((await check(source)).problems).toEqual([]),
  )

  test.each<[string, PackageSource, { file: string; code: string; pointer?: string }]>([
    [
      'a file that is not JSON',
      changed(births, { 'register.json': '{' }),
      { file: `${births.folder}/register.json`, code: 'package.file-unreadable', pointer: '' },
    ],
    [
      'a member that is missing',
      rewritten(births, 'register.json', card => void delete card.acts),
      { file: `${births.folder}/register.json`, code: 'package.form-wrong', pointer: '' },
    ],
    [
      'a member that is wrong',
      rewritten(births, 'register.json', card => void Object.assign(card, { retention: { keep: 'long', from: '/a' } })),
      { file: `${births.folder}/register.json`, code: 'package.form-wrong', pointer: '/retention/keep' },
    ],
    [
      'a file of no known kind',
      changed(births, { 'recipe.json': '{}' }),
      { file: `${births.folder}/recipe.json`, code: 'package.format-unknown' },
    ],
    [
      'a reference to nothing',
      rewritten(births, 'register.json', card => {
        card.references = [{ pointer: '/mother', register: 'angels', local: false }]
      }),
      { file: `${births.folder}/register.json`, code: 'package.reference-unknown', pointer: '/mother' },
    ],
    [
      'words that one language lacks',
      rewritten(births, 'messages/kk.json', words => void delete words.title),
      { file: `${births.folder}/messages/kk.json`, code: 'package.message-missing', pointer: '/title' },
    ],
    [
      'words that cannot be read',
      rewritten(births, 'messages/ru.json', words => void Object.assign(words, { title: '{count, plural, one' })),
      { file: `${births.folder}/messages/ru.json`, code: 'package.message-syntax', pointer: '/title' },
    ],
    [
      'words that want other values than those of English',
      rewritten(births, 'messages/ru.json', words => void Object.assign(words, { title: 'Роды {name}' })),
      { file: `${births.folder}/messages/ru.json`, code: 'package.message-arguments', pointer: '/title' },
    ],
    [
      'a process that is no BPMN',
      changed(certificate, { [process]: '<nonsense/>' }),
      { file: `${certificate.folder}/${process}`, code: 'package.process-refused' },
    ],
    [
      'a decision that is no DMN',
      changed(certificate, { [decision]: '<nonsense' }),
      { file: `${certificate.folder}/${decision}`, code: 'package.decision-refused' },
    ],
    [
      'a decision with an expression that does not parse',
      changed(certificate, {
        [decision]: (certificate.files[decision] ?? '').replace(/<text>[^<"-]+<\/text>/, '<text>1 +</text>'),
      }),
      { file: `${certificate.folder}/${decision}`, code: 'package.decision-wrong' },
    ],
    [
      'a clause that is not in the regulation',
      rewritten(certificate, 'regulation.json', regulation => {
        regulation.rules = { follow: 'decision', clause: '99.1' }
      }),
      { file: `${certificate.folder}/regulation.json`, code: 'package.clause-unknown', pointer: '/rules/clause' },
    ],
    [
      'rounding that nothing makes',
      rewritten(certificate, 'regulation.json', regulation => {
        regulation.rounding = [{ decision: 'amount', mode: 'up', scale: 0, clause: '12.1' }]
      }),
      { file: `${certificate.folder}/regulation.json`, code: 'package.rounding-unused', pointer: '/rounding' },
    ],
    [
      'a kind of files that the nomenclature does not have',
      rewritten(certificate, 'service.json', card => {
        card.retention = { draft: 'P30D', kind: 'dreams' }
      }),
      {
        file: `${certificate.folder}/service.json`,
        code: 'package.file-kind-unknown',
        pointer: '/retention/kind',
      },
    ],
    [
      'a nomenclature with a kind twice',
      rewritten(law, 'nomenclature.json', ({ kinds }) => void (kinds as unknown[]).push((kinds as unknown[])[0])),
      { file: `${law.folder}/nomenclature.json`, code: 'package.file-kind-repeated', pointer: '/kinds/8/index' },
    ],
    [
      'a nomenclature by an act that there is not',
      rewritten(
        law,
        'nomenclature.json',
        file => void Object.assign(file, { counts: { from: 'closing', source: 'act:gossip/1' } }),
      ),
      { file: `${law.folder}/nomenclature.json`, code: 'package.act-of-law-unknown', pointer: '/counts/source' },
    ],
    [
      'a form with a question that the data do not know',
      changed(certificate, {
        [form]: (certificate.files[form] ?? '').replace(/"(field|pointer|at)": *"\/[^"]*"/, '"$1": "/unheard/of"'),
      }),
      { file: `${certificate.folder}/${form}`, code: 'package.form-refused' },
    ],
  ])('with %s is told so, with file and place', async (_, source, problem) => {
    expect((await check(source)).problems).toContainEqual(
      expect.objectContaining({ package: `${source.kind}:${source.id}`, ...problem }),
    )
  })

  test('that is only referred to is not checked', async () => {
    const broken = changed(sourceOf('register', 'people'), { 'recipe.json': '{}' })
    const beside = [broken, sourceOf('concept', 'concepts'), sourceOf('service', 'violation')]
    expect((await checkSources([births], formats, [registerPackages], beside)).problems).toEqual([])
  })
})
