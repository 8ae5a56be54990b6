import { findRecords } from '@tereze/registers/contract'
import type { Caller } from '../commands/caller.ts'

/** Every record of a register whose columns are as wanted, page by page. */
export async function* findAll(
  { must, runner, actor }: Caller,
  place: { organisation: string; register: string },
  where: Readonly<Record<string, string | string[]>>,
): AsyncGenerator<{ readonly record: string; readonly data: Readonly<Record<string, unknown>> }> {
  for (let after: string | undefined; ; ) {
    const page: { items: { record: string; data: Record<string, unknown> }[]; next: string | null } = must(
      await runner.call(
        findRecords,
        { ...place, where: { ...where }, limit: 200, ...(after === undefined ? {} : { after }) },
        actor,
      ),
    )
    yield* page.items
    if (page.next === null) return
    after = page.next
  }
}
