import { stripVTControlCharacters } from 'node:util'

const most = 12

/** How a message begins, indented: enough to know what is meant. */
export function firstLines(message: string): string {
  return indent(lines(message).slice(0, most))
}

/** How the output of a program ends, indented: there it says what went wrong. */
export function lastLines(output: string): string {
  return indent(lines(output).slice(-most))
}

function lines(text: string): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter(line => line.trim() !== '')
}

function indent(chosen: readonly string[]): string {
  return chosen.map(line => `    ${line.slice(0, 300)}`).join('\n')
}
