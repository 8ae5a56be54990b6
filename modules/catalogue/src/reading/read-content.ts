import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PackageKind, PackageSource } from '../contract/packages.ts'

/** A folder that should be a package is not readable as one. */
export class PackageUnreadable extends Error {
  readonly file: string
  constructor(file: string, message: string) {
    super(`${file}: ${message}`)
    this.file = file
  }
}

/** The identity card file of each kind and where its folders lie. */
const cards: readonly { readonly kind: PackageKind; readonly folder: string; readonly card: string }[] = [
  { kind: 'service', folder: 'services', card: 'service.json' },
  { kind: 'situation', folder: 'situations', card: 'situation.json' },
  { kind: 'register', folder: 'registers', card: 'register.json' },
  { kind: 'contract', folder: 'contracts', card: 'contract.json' },
  { kind: 'dataset', folder: 'datasets', card: 'dataset.json' },
  { kind: 'process', folder: 'processes', card: 'process.json' },
  { kind: 'jurisdiction', folder: 'jurisdictions', card: 'jurisdiction.json' },
  { kind: 'pipeline', folder: 'pipelines', card: 'pipeline.json' },
]

/** Whole folders that are one package each. */
const singles: readonly { readonly kind: PackageKind; readonly folder: string; readonly id: string }[] = [
  { kind: 'organisation', folder: 'organisations', id: 'organisations' },
  { kind: 'concept', folder: 'concepts', id: 'concepts' },
  { kind: 'access', folder: 'access', id: 'access' },
  { kind: 'vigilance', folder: 'vigilance', id: 'vigilance' },
  { kind: 'demo', folder: 'demo', id: 'demo' },
]

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** SHA-256 over the sorted paths and contents. */
export function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256')
  for (const path of Object.keys(files).sort()) {
    hash.update(
      `${path}\n${createHash('sha256')
        .update(files[path] ?? '')
        .digest('hex')}\n`,
    )
  }
  return hash.digest('hex')
}

async function readFolder(folder: string): Promise<Record<string, string>> {
  const paths = await filesBelow(folder)
  const texts = await Promise.all(paths.map(path => readFile(join(folder, path), 'utf8')))
  return Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']))
}

function cardOf(
  files: Readonly<Record<string, string>>,
  card: string,
  folder: string,
): { id: string; version: string } {
  try {
    const parsed = JSON.parse(files[card] ?? '') as { id?: unknown; version?: unknown }
    if (typeof parsed.id === 'string' && typeof parsed.version === 'string')
      return { id: parsed.id, version: parsed.version }
  } catch (error) {
    throw new PackageUnreadable(`${folder}/${card}`, error instanceof Error ? error.message : 'not JSON')
  }
  throw new PackageUnreadable(`${folder}/${card}`, 'has no id and version')
}

async function exists(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

async function readCards(content: string): Promise<PackageSource[]> {
  const sources: PackageSource[] = []
  for (const { kind, folder, card } of cards) {
    const top = join(content, folder)
    if (!(await exists(top))) continue
    for (const path of await filesBelow(top)) {
      if (path !== card && !path.endsWith(`/${card}`)) continue
      const inside = join(folder, path.slice(0, path.length - card.length - 1))
      const files = await readFolder(join(content, inside))
      sources.push({ kind, ...cardOf(files, card, inside), hash: hashOf(files), folder: inside, files })
    }
  }
  return sources
}

async function readSingles(content: string): Promise<PackageSource[]> {
  const sources: PackageSource[] = []
  for (const { kind, folder, id } of singles) {
    if (!(await exists(join(content, folder)))) continue
    const files = await readFolder(join(content, folder))
    const hash = hashOf(files)
    sources.push({ kind, id, version: `0.0.0+${hash.slice(0, 12)}`, hash, folder, files })
  }
  return sources
}

/**
 * Reads every package below a content folder.
 * @throws PackageUnreadable naming the file.
 */
export async function readContent(content: string): Promise<PackageSource[]> {
  return [...(await readCards(content)), ...(await readSingles(content))]
}

/**
 * Reads one package from its own folder, for `tereze check PATH`.
 * @throws PackageUnreadable when the folder holds no identity card.
 */
export async function readPackageFolder(folder: string): Promise<PackageSource> {
  const files = await readFolder(folder)
  const found = cards.find(({ card }) => files[card] !== undefined)
  if (!found) throw new PackageUnreadable(folder, `has none of ${cards.map(({ card }) => card).join(', ')}`)
  return { kind: found.kind, ...cardOf(files, found.card, folder), hash: hashOf(files), folder, files }
}
