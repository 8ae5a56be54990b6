/** A known weakness of a package, as `npm audit` tells it. */
export interface Weakness {
  readonly package: string
  readonly severity: string
  /** Number of the advisory, e.g. `GHSA-…`; the address of it where it has none. */
  readonly advisory: string
  readonly title: string
}

/** A weakness that is borne for a while: why, and until when (a day, ISO 8601). */
export interface Accepted {
  readonly advisory: string
  readonly why: string
  readonly until: string
}

/** What an audit comes to. `unknown`: nobody answered the question. */
export type Audit =
  | { readonly is: 'unknown'; readonly why: string }
  | { readonly is: 'clean' | 'weak'; readonly unborne: readonly Weakness[]; readonly others: readonly Weakness[] }

interface Report {
  readonly error?: { readonly summary?: string }
  readonly message?: string
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Via)[] }>>
}
interface Via {
  readonly name: string
  readonly severity: string
  readonly url?: string
  readonly title?: string
}

const grave = ['high', 'critical']

/** Every weakness that a report of `npm audit --json` (version 2) names, each once; null when it is no report. */
export function readReport(text: string): Weakness[] | null {
  let report: Report
  try {
    report = JSON.parse(text) as Report
  } catch {
    return null
  }
  if (report.vulnerabilities === undefined) return null
  const found = new Map<string, Weakness>()
  for (const { via } of Object.values(report.vulnerabilities))
    for (const each of via) {
      if (typeof each === 'string') continue
      const advisory = each.url?.split('/').at(-1) ?? each.title ?? ''
      const weakness = { package: each.name, severity: each.severity, advisory, title: each.title ?? '' }
      found.set(`${weakness.package} ${advisory}`, weakness)
    }
  return [...found.values()]
}

/**
 * Whether what the product is built of is known to be weak: a weakness of level high or critical fails, unless it is borne and its term runs.
 * @param today a day, ISO 8601.
 */
export function decideAudit(text: string, accepted: readonly Accepted[], today: string): Audit {
  const found = readReport(text)
  if (found === null) return { is: 'unknown', why: whyIn(text) }
  const isBorne = ({ advisory }: Weakness) => accepted.some(each => each.advisory === advisory && today <= each.until)
  const unborne = found.filter(weakness => grave.includes(weakness.severity) && !isBorne(weakness))
  return { is: unborne.length === 0 ? 'clean' : 'weak', unborne, others: found.filter(each => !unborne.includes(each)) }
}

function whyIn(text: string): string {
  try {
    const { message, error } = JSON.parse(text) as Report
    return (message ?? error?.summary ?? '').replaceAll(/https?:\/\/\S+/g, 'the registry')
  } catch {
    return ''
  }
}
