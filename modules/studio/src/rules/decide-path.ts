import { recordFile } from '@tereze/regulation'
import type { DraftKind } from '../contract/index.ts'

/** Names of parts of a path: no hidden ones, none that climb out. */
const part = /^[a-z0-9][a-zA-Z0-9._-]{0,99}$/
const endings = /\.(json|bpmn|dmn|md|xsd|typ|svg)$/

/** Folders that packages have, and the files that may lie in each. */
const folders: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    forms: /^[^/]+\.form\.json$/,
    decisions: /^[^/]+\.dmn$/,
    documents: /^[^/]+\.(document\.json|typ|svg)$/,
    notices: /^[^/]+\.md$/,
    messages: /^(en|ru|kk)\.json$/,
    cases: /^[^/]+\.(case|scenario)\.json$/,
    credentials: /^[^/]+\.credential\.json$/,
    presentations: /^[^/]+\.presentation\.json$/,
    processes: /^[^/]+\.bpmn$/,
    scenarios: /^[^/]+\.scenario\.json$/,
    migrations: /^[^/]+\.json$/,
    released: /^[^/]+\.schema\.json$/,
    classifiers: /^[^/]+\.json$/,
    variants: /^.+$/,
  }),
)

/** The identity card of each kind. */
export const cardOf: Readonly<Record<DraftKind, string>> = {
  service: 'service.json',
  situation: 'situation.json',
  register: 'register.json',
  contract: 'contract.json',
  process: 'process.json',
}

/** Whether a file of a package may be called so: inside its folder, of a kind that packages have. */
export function isPackagePath(path: string): boolean {
  // What was generated is remembered with a draft; it is no part of what is checked and published.
  if (path === recordFile) return true
  const parts = path.split('/')
  if (path.length > 200 || parts.length > 4 || !parts.every(one => part.test(one) && !one.includes('..'))) return false
  if (!endings.test(path)) return false
  const [folder = '', ...rest] = parts
  return rest.length === 0 || (folders.get(folder)?.test(rest.join('/')) ?? false)
}
