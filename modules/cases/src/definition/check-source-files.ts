import type { Package, PackageProblem, Packages } from '@tereze/catalogue/contract'
import type { Source } from './service.ts'

/** Sources whose files are to be files of the case although no answer to them has any. */
export function checkSourceFiles(packages: Packages, pack: Package): PackageProblem[] {
  const sources = (pack.json.get('sources.json') ?? []) as unknown as readonly Source[]
  return sources.flatMap(({ files, contract = '' }, index): PackageProblem[] => {
    if (files === undefined) return []
    const [id = '', major] = contract.split('@')
    const declared = packages.find('contract', id, major)?.json.get('contract.json')
    if (declared?.answerFiles !== undefined) return []
    const params = { contract: contract === '' ? 'register' : contract }
    const place = { package: `${pack.kind}:${pack.id}`, file: 'sources.json', pointer: `/${index}/files` }
    return [{ ...place, code: 'package.source-without-files', params }]
  })
}
