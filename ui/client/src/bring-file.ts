import { type Problem, readProblem, refusalProblem, unreachable, unreadable } from './problem.ts'

/** A file that is brought to a door of the platform as the field `file` of a form. */
export interface Brought {
  readonly url: string
  readonly file: File
  readonly formToken: string | null
  readonly language: string
}

/** Brings a file to a door of the platform; null when it was taken. */
export async function bringFile({ url, file, formToken, language }: Brought): Promise<Problem | null> {
  const body = new FormData()
  body.set('file', file)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(formToken === null ? {} : { 'x-tereze-form': formToken }),
      },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    })
    if (response.ok) return null
    const problem = readProblem(response.status, await response.json().catch(() => null))
    return problem === null ? unreadable(response.status) : refusalProblem(problem)
  } catch {
    return unreachable()
  }
}
