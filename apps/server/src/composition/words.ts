import { readFile } from 'node:fs/promises'
import type { Package, Packages } from '@tereze/catalogue/contract'
import { httpMessages } from '@tereze/foundation-http'
import type { Module } from '@tereze/foundation-operations'
import { type Catalogues, createMessages, type Messages } from '@tereze/messages'
import { type Language, languages } from '@tereze/operation'

async function readFolder(folder: URL): Promise<Catalogues> {
  const read = async (language: Language) =>
    JSON.parse(
      await readFile(new URL(`${language}.json`, folder.href.endsWith('/') ? folder : `${folder.href}/`), 'utf8'),
    ) as Record<string, string>
  const [en, ru, kk] = await Promise.all(languages.map(read))
  return { en: en ?? {}, ru: ru ?? {}, kk: kk ?? {} }
}

/** A contract's own words for its refusals, as problems of fields: `problem.contract.<id>.<refusal>`. */
function contractWords(pack: Package): Catalogues {
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      pack.messages
        .keys()
        .filter(key => key.startsWith('refusal.'))
        .map(key => [`problem.contract.${pack.id}.${key.slice('refusal.'.length)}`, pack.messages.text(key, language)]),
    )
  return { en: inLanguage('en'), ru: inLanguage('ru'), kk: inLanguage('kk') }
}

/** Words of a package under another name: what the demo's sign-in says of its people. */
function renamed(pack: Package, from: string, to: string): Catalogues {
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      pack.messages
        .keys()
        .filter(key => key.startsWith(from))
        .map(key => [`${to}${key.slice(from.length)}`, pack.messages.text(key, language)]),
    )
  return { en: inLanguage('en'), ru: inLanguage('ru'), kk: inLanguage('kk') }
}

/** Words of packages: of contracts for their refusals, of the demo's people, of roles. */
const packageWords = (packages: Packages): Catalogues[] => [
  ...packages.list('contract').map(contractWords),
  ...packages.list('demo').map(pack => renamed(pack, 'persona.', 'identity.demo.persona.')),
  ...packages.list('access').map(pack => renamed(pack, 'role.', 'identity.demo.role.')),
]

/**
 * All words of refusals and pages that the server itself speaks: those of foundation, of the modules and of the packages, as they are
 * published at the moment.
 */
export async function readWords(modules: readonly Module[], packages: Packages): Promise<Messages> {
  const folders = [httpMessages, ...modules.flatMap(({ messages }) => (messages === null ? [] : [messages]))]
  const own = createMessages(await Promise.all(folders.map(readFolder)))
  // Another list stands for another publication.
  let known = packages.list('contract')
  let others = createMessages(packageWords(packages))
  const published = () => {
    const list = packages.list('contract')
    if (list !== known) {
      others = createMessages(packageWords(packages))
      known = list
    }
    return others
  }
  return {
    text: (key, language, params) => (own.has(key) ? own : published()).text(key, language, params),
    has: (key, language) => own.has(key, language) || published().has(key, language),
    keys: () => [...own.keys(), ...published().keys()],
  }
}
