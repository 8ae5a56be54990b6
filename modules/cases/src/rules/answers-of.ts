import { mergeData, writeAt } from './pointer.ts'

interface Item {
  readonly field?: string
  readonly items?: readonly Item[]
}

function fieldsOf(items: readonly Item[]): string[] {
  return items.flatMap(item => [...(item.field === undefined ? [] : [item.field]), ...fieldsOf(item.items ?? [])])
}

/** An official's outcome, reason and grounds as answers of the task's form: into the fields that end with their names. */
export function answersOf(
  layout: unknown,
  given: { outcome: string; reason: string; grounds?: readonly string[]; answers?: Record<string, unknown> },
): Record<string, unknown> {
  const pages = (layout as { pages?: readonly { items?: readonly Item[] }[] } | undefined)?.pages ?? []
  const fields = pages.flatMap(page => fieldsOf(page.items ?? []))
  const place = (name: string) => fields.find(field => field.endsWith(`/${name}`))
  let answers: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    const field = place(name)
    if (field !== undefined && value !== undefined && value !== '') answers = writeAt(answers, field, value)
  }
  put('outcome', given.outcome)
  put('reason', given.reason)
  put('refusals', given.grounds)
  return mergeData(answers, given.answers ?? {})
}
