import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { type CallOptions, createClient, isProblem, type Problem } from '@tereze/ui-client'
import { presentLanguage } from '../words/language.ts'

let formToken: string | null = null

/** Remembers the proof that commands come from our page; the session's answer carries it. */
export function keepFormToken(token: string): void {
  formToken = token
}

/** The client of the page's own origin. */
export const client = createClient({ origin: '', formToken: () => formToken, language: presentLanguage })

/** A query that gave a problem, as TanStack Query wants it: thrown. */
export class QueryProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** The output of a query, for use as a query function. */
export async function ask<O extends Operation>(
  definition: O,
  input: InputOf<O>,
  options?: CallOptions,
): Promise<OutputOf<O>> {
  const reply = await client.call(definition, input, options)
  if (isProblem(reply)) throw new QueryProblem(reply)
  return reply as OutputOf<O>
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: QueryProblem
  }
}
