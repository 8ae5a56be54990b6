import { formFields } from './form-fields.ts'
import { mergeData, writeAt } from './pointer.ts'

/** An official's outcome, reason and grounds as answers of the task's form: into the fields that end with their names. */
export function answersOf(
  layout: unknown,
  given: { outcome: string; reason: string; grounds?: readonly string[]; answers?: Record<string, unknown> },
): Record<string, unknown> {
  const fields = formFields(layout)
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
