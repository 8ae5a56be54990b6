import { stripVTControlCharacters } from 'node:util'
import { lastLines } from './recall.ts'
import { runNode } from './run-node.ts'
import type { Step } from './step.ts'

/** Lint and format, as written in biome.json; a warning counts as an error. */
export const checkLint: Step = {
  name: 'lint',
  does: 'lint and format',
  required: () => true,
  minutes: 5,
  async run(context, minutes) {
    const args = [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      '--max-diagnostics=200',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
      '.',
    ]
    const { code, output: colourful, timedOut } = await runNode(args, context, minutes)
    const output = stripVTControlCharacters(colourful)
    const problems = [...output.matchAll(/^Found (\d+) (?:error|warning)s?\.$/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    )
    const checked = Number(/^Checked (\d+) files?/m.exec(output)?.[1] ?? 0)
    return {
      found: { passed: code === 0 && checked > 0 ? 1 : 0, failed: problems, skipped: 0 },
      endedWell: code === 0,
      timedOut,
      failures: code === 0 ? [] : [lastLines(output)],
    }
  },
}
