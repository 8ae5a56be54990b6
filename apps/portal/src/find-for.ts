import { type FieldState, type ItemLayout, isGroup, isObject, isRepeat } from '@tereze/forms'
import { suggestRecords } from '@tereze/registers/contract'
import { type Found, foundOf } from '@tereze/typed-search'
import { isProblem } from '@tereze/ui-client'
import { localDate } from '@tereze/ui-components'
import { fieldsOf } from '@tereze/ui-forms'
import { type FormFlow, flowState, type Place } from './form-flow.ts'
import type { PageContext } from './page.ts'

/** What was found for the words of fields, by their pointers. */
export type FoundOfFields = Readonly<Record<string, readonly Found[]>>

const isLookup = (as: string) => as === 'address' || as === 'code'

function asksOne(items: readonly ItemLayout[]): boolean {
  return items.some(item => (isGroup(item) || isRepeat(item) ? asksOne(item.items) : isLookup(item.as)))
}

/** Whether a form has a field that is looked up while one types. */
export const hasLookups = ({ form }: FormFlow): boolean => form.layout.pages.some(page => asksOne(page.items ?? []))

/** What the words of fields may mean that nobody has chosen yet: so the page comes back with a list where no script asks. */
export async function findFor(
  { client, language, now, zone }: Pick<PageContext, 'client' | 'language' | 'now' | 'zone'>,
  flow: FormFlow,
  place: Place,
): Promise<FoundOfFields> {
  const open = place.problems.filter(({ code }) => code === 'form.choose-found').map(({ pointer }) => pointer)
  if (open.length === 0) return {}
  const fields = flowState(flow, place.draft)
    .pages.flatMap(page => page.items.flatMap(fieldsOf))
    .filter((item): item is FieldState => item.kind === 'field' && open.includes(item.pointer))
  const found: Record<string, readonly Found[]> = {}
  for (const { pointer, value, layout } of fields) {
    const [organisation = '', register = ''] = (layout.register ?? '').split('/')
    const where = layout.classifier === undefined ? {} : { where: { classifier: layout.classifier } }
    const typed = isObject(value) ? String(value.text ?? '').slice(0, 200) : ''
    const reply = await client.call(suggestRecords, {
      organisation,
      register,
      typed,
      ...where,
      on: localDate(now, zone),
    })
    found[pointer] = isProblem(reply) ? [] : reply.items.map(record => foundOf(record, language))
  }
  return found
}
