import { respond } from '@tereze/foundation-operations'
import { languages, refuse } from '@tereze/operation'
import { notAcceptable, showPublicCatalogue } from '../contract/linked-data.ts'
import { packages } from '../contract/packages.ts'
import { decideFormat } from '../linked-data/decide-format.ts'
import { publicCatalogue } from '../linked-data/public-catalogue.ts'
import { writeJsonLd } from '../linked-data/write-json-ld.ts'
import { writeTurtle } from '../linked-data/write-turtle.ts'

/** The public catalogue by DCAT-AP 3 and CPSV-AP 3.2, as JSON-LD or Turtle. */
export const showPublicCatalogueHandler = respond(showPublicCatalogue, async (request, context) => {
  const format = decideFormat(request.headers.accept)
  if (format === null) return refuse(notAcceptable)
  const statements = publicCatalogue(context.port(packages), context.origin)
  return {
    status: 200,
    headers: {
      'content-type': `${format}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'content-language': languages.join(', '),
      vary: 'accept',
    },
    body: format === 'text/turtle' ? await writeTurtle(statements) : writeJsonLd(statements),
  }
})
