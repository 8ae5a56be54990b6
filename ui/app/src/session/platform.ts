import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { bringFile, type CallOptions, createClient, download, isProblem, type Problem } from '@tereze/ui-client'
import { presentLanguage } from '../words/language.ts'

let formToken: string | null = null

/** Remembers the proof that commands come from our page; the session's answer carries it. */
export function keepFormToken(token: string): void {
  formToken = token
}

/** A file that was kept, or why not: the platform's words, or null where the connection broke. */
export type Uploaded =
  | { readonly kept: { readonly id: string; readonly name: string } }
  | { readonly why: string | null }

/** Brings a file to a form of an organisation; `told` hears how much of it has come, in percent; `visit`: it is brought for a visitor. */
export function uploadFile(
  organisation: string,
  file: File,
  told: (percent: number) => void,
  visit?: string,
): Promise<Uploaded> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) told(Math.round((100 * event.loaded) / event.total))
    })
    request.addEventListener('error', () => resolve({ why: null }))
    request.addEventListener('load', () => {
      try {
        const reply = JSON.parse(request.responseText)
        const why = [reply.title, reply.remedy].filter(Boolean).join('. ')
        resolve(request.status === 201 ? { kept: { id: reply.id, name: reply.name } } : { why })
      } catch {
        resolve({ why: null })
      }
    })
    request.open('POST', `/v1/files/${encodeURIComponent(organisation)}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', presentLanguage())
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-tereze-form', formToken ?? '')
    if (visit !== undefined) request.setRequestHeader('tereze-visit', visit)
    request.send(file)
  })
}

/** Brings one part of a file that was announced (PUT); false where the connection broke or it was not taken. `told` hears how many bytes went. */
export function uploadPart(url: string, part: Blob, told: (bytes: number) => void): Promise<boolean> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', event => told(event.loaded))
    request.addEventListener('error', () => resolve(false))
    request.addEventListener('load', () => resolve(request.status === 204))
    request.open('PUT', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-tereze-form', formToken ?? '')
    request.send(part)
  })
}

/** Takes a file out piece by piece; `told` hears how many bytes have come. Rejects when `signal` was aborted. */
export function downloadFile(url: string, signal: AbortSignal, told: (bytes: number) => void): Promise<Blob | Problem> {
  return download({ url, formToken, language: presentLanguage(), signal, told })
}

/** Brings the signature of a statement that was made elsewhere (CMS beside its text); null when it was taken. */
export function bringSignature(statement: string, file: File): Promise<Problem | null> {
  const url = `/signatures/statements/${encodeURIComponent(statement)}/signature`
  return bringFile({ url, file, formToken, language: presentLanguage() })
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
