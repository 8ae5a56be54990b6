import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { fileStore, isTooLarge } from '@tereze/foundation-files'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type Language, languages, type Refused, refuse, systemActor } from '@tereze/operation'
import {
  type DocumentContent,
  documentNotFound,
  getIssuedDocument,
  getOwnDocument,
  keepPicture,
  pictures,
} from './contract/index.ts'
import { seals } from './ports/seals.ts'
import { describePicture } from './rules/describe-picture.ts'
import { sealedThing } from './rules/sealed-thing.ts'
import { ownWords } from './templates/own-words.ts'

async function find(document: string, context: ProtocolContext): Promise<DocumentContent | Refused> {
  const { actor } = context
  if (actor.kind === 'person') {
    return context.call(getOwnDocument, { person: actor.onBehalfOf ?? actor.id, document })
  }
  if (actor.kind === 'official') {
    return context.call(getIssuedDocument, { organisation: actor.organisation, document })
  }
  return refuse(documentNotFound)
}

/** Draws the picture with the seal's certificate on it, seals the file, keeps it, remembers where. */
async function draw(document: DocumentContent, context: ProtocolContext): Promise<Uint8Array> {
  const issuer = getOrganisation(context.port(packages), document.organisation)
  const word = (key: string, language: Language) => ownWords.text(key, language)
  const [language] = document.languages.length > 0 ? document.languages : languages
  const seal = await context.port(seals).ready(context, document.organisation)
  const picture = describePicture(document, issuer, word, context.origin, seal)
  const bytes = await seal.sign(await context.port(pictures).draw(picture), {
    name: issuer.name[language ?? 'en'],
    label: word('document.field', language ?? 'en'),
    reason: word('document.reason', language ?? 'en'),
    thing: sealedThing(document),
  })
  const stored = await context.port(fileStore).write(bytes)
  if (isTooLarge(stored)) throw new Error('a picture has no limit')
  const { organisation, document: id, picture: lost } = document
  const until = await context.port(seals).stampedUntil(bytes)
  const remembered = await context.call(
    keepPicture,
    {
      organisation,
      document: id,
      hash: stored.hash,
      ...(lost === null ? {} : { instead: lost }),
      ...(until === null ? {} : { stampedUntil: until.toISOString() }),
    },
    { actor: systemActor('documents', organisation) },
  )
  // Whoever looked at the same time and was first has drawn the file that everybody gets.
  const first = isRefused(remembered) ? stored.hash : remembered.hash
  return first === stored.hash ? bytes : ((await context.port(fileStore).find(first)) ?? bytes)
}

/** A document with its file. */
export interface DocumentFile {
  readonly document: DocumentContent
  readonly bytes: Uint8Array
}

/** The PDF of a document for whoever may see it: kept since the first look, drawn at it. */
export async function findFile(id: string, context: ProtocolContext): Promise<DocumentFile | Refused> {
  const document = await find(id, context)
  if (isRefused(document)) return document.code === 'operations.input-invalid' ? refuse(documentNotFound) : document
  const kept = document.picture === null ? null : await context.port(fileStore).find(document.picture)
  return { document, bytes: kept ?? (await draw(document, context)) }
}
