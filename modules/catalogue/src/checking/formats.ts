import { readdir, readFile } from 'node:fs/promises'
import { findMessageProblems } from '@tereze/messages'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { PackageProblem } from '../contract/kinds.ts'
import type { PackageSource } from '../contract/packages.ts'
import { cataloguesOf } from '../reading/open-package.ts'

/** Validates files against the published formats. */
export interface Formats {
  check(source: PackageSource): PackageProblem[]
}

/** The dialect in which packages write their JSON Schemas. */
const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** Which format a file has, by its path inside a package of a kind; null where it is a JSON Schema itself. */
function formatOf(kind: string, path: string): string | null {
  if (path.endsWith('.form.json')) return 'form'
  if (path.endsWith('.case.json')) return 'case'
  if (path.endsWith('.access-case.json')) return 'access-case'
  if (path.endsWith('.vigilance-case.json')) return 'vigilance-case'
  if (path.endsWith('.scenario.json')) return 'scenario'
  if (path.endsWith('.schema.json')) return null
  if (path.startsWith('messages/')) return 'messages'
  if (kind === 'register' && path.startsWith('migrations/')) return 'migration'
  if (path.startsWith('documents/') && path.endsWith('.json')) return 'document'
  if (path.endsWith('.credential.json')) return 'credential'
  if (path.endsWith('.presentation.json')) return 'presentation'
  if (path.startsWith('classifiers/')) return 'classifier'
  if (kind === 'organisation' || kind === 'concept') return kind
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.json$/, '') ?? ''
  return name
}

/** The schemas read last, whose compiling takes longer than the check of all content by them. */
let last: { readonly texts: readonly string[]; readonly ajv: Ajv2020 } | null = null

function validatorOf(texts: readonly string[]): Ajv2020 {
  if (last?.texts.length === texts.length && texts.every((text, at) => last?.texts[at] === text)) return last.ajv
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  for (const text of texts) ajv.addSchema(JSON.parse(text) as object)
  last = { texts, ajv }
  return ajv
}

/** Reads the format schemas from `content/format`; each is compiled when a file first needs it. */
export async function readFormats(folder: string): Promise<Formats> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.schema.json')).sort()
  const ajv = validatorOf(await Promise.all(names.map(name => readFile(`${folder}/${name}`, 'utf8'))))

  function checkJson(source: PackageSource, path: string, text: string): PackageProblem[] {
    const problem = (pointer: string, code: string, detail: string): PackageProblem => ({
      package: `${source.kind}:${source.id}`,
      file: `${source.folder}/${path}`,
      pointer,
      code,
      params: { detail },
    })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      return [problem('', 'package.file-unreadable', error instanceof Error ? error.message : 'not JSON')]
    }
    const format = formatOf(source.kind, path)
    const validate = ajv.getSchema(format === null ? dialect : `urn:tereze:format:1:${format}`)
    if (!validate) return [problem('', 'package.format-unknown', format ?? dialect)]
    if (validate(value)) return []
    return (validate.errors ?? [])
      .filter(error => error.keyword !== 'if')
      .map(error =>
        problem(
          error.instancePath,
          'package.form-wrong',
          `${error.message ?? error.keyword}${unexpected(error.params)}`,
        ),
      )
  }

  return {
    check(source) {
      const problems: PackageProblem[] = []
      for (const [path, text] of Object.entries(source.files)) {
        if (path.endsWith('.json')) problems.push(...checkJson(source, path, text))
      }
      if (problems.some(problem => problem.code === 'package.file-unreadable')) return problems
      for (const { key, language, problem } of findMessageProblems(cataloguesOf(source))) {
        problems.push({
          package: `${source.kind}:${source.id}`,
          file: `${source.folder}/messages/${language}.json`,
          pointer: `/${key}`,
          code: `package.message-${problem}`,
          params: {},
        })
      }
      return problems
    },
  }
}

function unexpected(params: Record<string, unknown>): string {
  const name = params.additionalProperty ?? params.missingProperty
  return typeof name === 'string' ? `: ${name}` : ''
}
