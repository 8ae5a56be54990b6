import type { Command } from '../command.ts'

/** What `tereze help` says. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'tereze: the platform on the command line.',
    '',
    ...commands.map(({ name, does }) => `  ${name.padEnd(width)}  ${does}`),
    '',
    'Every command takes --json. Exit code: 0 done, 1 found wanting or not possible, 2 called wrongly.',
    'More about one: tereze help COMMAND',
  ].join('\n')
}

/** What `tereze help COMMAND` says. */
export function helpOn({ name, usage, does }: Command): string {
  return `tereze ${name}${usage === '' ? '' : ` ${usage}`}\n\n${does}`
}
