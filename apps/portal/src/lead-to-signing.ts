import { answerTask, writeStatement } from '@tereze/cases/contract'
import type { InputOf } from '@tereze/operation'
import { prepareStatement } from '@tereze/signatures/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { addresses } from './addresses.ts'
import type { PageContext } from './page.ts'

/** Prepares what is signed to answer a task: the address of the page where it is signed and sent from; or why the answers do not fit. */
export async function leadToSigning(
  { client }: Pick<PageContext, 'client'>,
  own: InputOf<typeof writeStatement>,
): Promise<{ readonly redirect: string } | { readonly unfit: Problem } | { readonly problem: Problem }> {
  const written = await client.call(writeStatement, own)
  if (isProblem(written)) return { unfit: written }
  const { title, text, needed } = written
  const act = { operation: answerTask.name, input: own }
  const prepared = await client.call(prepareStatement, { title, text, act, needed: needed ?? 'advanced' })
  return isProblem(prepared) ? { problem: prepared } : { redirect: addresses.sign(prepared.statement) }
}
