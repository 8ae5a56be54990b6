import { type Package, type Packages, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type Notice, readNotice } from '../rules/read-notice.ts'

const kinds = ['service', 'situation', 'process', 'register', 'contract', 'access'] as const

/** A package that may hold notices, of any of their kinds; null when there is none. */
export function findNoticePackage(all: Packages, id: string, version: string): Package | null {
  for (const kind of kinds) {
    const found = all.find(kind, id, version)
    if (found !== null) return found
  }
  return null
}

const read = new WeakMap<Package, Map<string, Notice | null>>()

/** A notice of a package, read once; null when the package has none of this id. */
export function findNotice(
  context: Pick<Context, 'port'>,
  input: { package: string; version: string; notice: string },
): { pack: Package; notice: Notice } | null {
  const pack = findNoticePackage(context.port(packages), input.package, input.version)
  if (pack === null) return null
  let notices = read.get(pack)
  if (notices === undefined) {
    notices = new Map()
    read.set(pack, notices)
  }
  let notice = notices.get(input.notice)
  if (notice === undefined) {
    const file = pack.text.get(`notices/${input.notice}.md`)
    notice = file === undefined ? null : readNotice(file)
    notices.set(input.notice, notice)
  }
  return notice === null ? null : { pack, notice }
}
