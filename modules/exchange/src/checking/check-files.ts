import type { Package, PackageProblem } from '@tereze/catalogue/contract'
import { whyNoSchema } from '../national/xml-schema.ts'
import { contractOf } from '../rules/contract-definition.ts'

/** The notices by which the person is told of a consent. */
const consentNotices = ['consent-asked', 'consent-timed-out']

/** What is missing in a contract's package: the schemas of one that speaks XML, the notices of one that needs a consent. */
export function checkFiles(pack: Package): PackageProblem[] {
  const { serves, offers = [], consent } = contractOf(pack)
  const from = 'from' in serves && (serves.from.kind === 'smev' || serves.from.kind === 'shep') ? serves.from : null
  const named = [
    ...(from === null ? [] : [{ pointer: '/serves/from/schema', schema: from.schema }]),
    ...offers.map(({ schema }, at) => ({ pointer: `/offers/${at}/schema`, schema })),
  ]
  const untold = consent === undefined ? [] : consentNotices.filter(id => !pack.text.has(`notices/${id}.md`))
  const missing = untold.map(
    (notice): PackageProblem => ({
      package: `contract:${pack.id}`,
      file: 'contract.json',
      pointer: '/consent',
      code: 'package.notice-missing',
      params: { notice },
    }),
  )
  const schemas = named.flatMap(({ pointer, schema }): PackageProblem[] => {
    const text = pack.text.get(schema)
    const why = text === undefined ? null : whyNoSchema(text)
    if (text !== undefined && why === null) return []
    const code = text === undefined ? 'package.schema-missing' : 'package.schema-wrong'
    const params: Record<string, string> = why === null ? { schema } : { schema, why }
    return [{ package: `contract:${pack.id}`, file: 'contract.json', pointer, code, params }]
  })
  return [...schemas, ...missing]
}
