import type { Coverage, StoryFile, Told } from '@tereze/server'
import {
  describeCoverage,
  describeTold,
  measureCoverage,
  readStories,
  runStories,
  type StoryServer,
  startStoryServer,
} from '@tereze/server'
import { describeAccess, testAccess } from '../access/test-access.ts'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { type ContentPlace, findContent } from '../content-folder.ts'
import { readArgs } from '../read-args.ts'
import { describeVigilance, testVigilance } from '../vigilance/test-vigilance.ts'

const usage = '[PATH] [--json]'

const nothing: Coverage = { items: 0, gaps: [] }

function isIn(file: string, within: string): boolean {
  return within === '' || file === within || file.startsWith(`${within}/`)
}

/** Coverage of the whole content, or of the one service that was chosen; of a single story there is none. */
async function coverageIn({ root, within }: ContentPlace, told: readonly Told[]): Promise<Coverage> {
  if (within.endsWith('.json') || within.endsWith('/cases')) return nothing
  if (within === '') return measureCoverage(root, told)
  const services = new Set(told.map(({ of }) => of))
  return measureCoverage(root, told, ({ kind, id }) => kind === 'service' && services.has(id))
}

/** Tells the stories of packages on a server; used by the command, which brings one of its own. */
export async function testStories(
  server: StoryServer,
  place: ContentPlace,
  stories: readonly StoryFile[],
  onTold: (told: Told) => void,
): Promise<{ told: readonly Told[]; coverage: Coverage; passed: number; failed: number }> {
  const told = await runStories(server, place.root, stories, onTold)
  const coverage = await coverageIn(place, told)
  const passed = told.filter(({ differences }) => differences.length === 0).length
  return { told, coverage, passed, failed: told.length - passed + coverage.gaps.length }
}

/** Tells the stories of packages on the whole platform. */
export const test: Command = {
  name: 'test',
  usage,
  does: 'Tells the stories of packages on the whole platform, and says which rules, flows, exits and grounds no story uses; asks the access policy what its cases ask, and lets the rules of vigilance judge theirs.',
  async run(args, io) {
    const { words, json } = readArgs(args, `test ${usage}`, 1)
    const place = await findContent(words[0])
    const stories = (await readStories(place.root)).filter(({ file }) => isIn(file, place.within))
    const access = await testAccess(place)
    const vigilance = await testVigilance(place)
    if (access !== null && !json) for (const line of describeAccess(access)) io.line(line)
    if (vigilance !== null && !json) for (const line of describeVigilance(vigilance)) io.line(line)
    const reports = [access, vigilance].filter(report => report !== null)
    const wrong = reports.reduce((sum, { differences, gaps }) => sum + differences.length + gaps.length, 0)
    const right = reports.reduce((sum, { asked, differences }) => sum + asked - differences.length, 0)
    const beside = { ...(access === null ? {} : { access }), ...(vigilance === null ? {} : { vigilance }) }
    if (stories.length === 0 && reports.length > 0) {
      if (json) io.line(JSON.stringify({ passed: right, failed: wrong, stories: [], ...beside }))
      else io.line(`${right} passed, ${wrong} failed`)
      return wrong === 0 ? exitCodes.done : exitCodes.failed
    }
    if (stories.length === 0)
      throw new UsageWrong(
        `${words[0] ?? place.root} holds no story`,
        'Stories lie in the folder "cases" of a service or situation, as *.case.json; cases of the access policy in access/cases, those of the rules of vigilance in vigilance/cases.',
      )
    const server = await startStoryServer()
    try {
      const onTold = (told: Told) => (json ? undefined : io.line(describeTold(told)))
      const { told, coverage, passed, failed } = await testStories(server, place, stories, onTold)
      if (json) {
        const shown = told.map(({ file, story, differences }) => ({ file, story, differences }))
        const counts = { passed: passed + right, failed: failed + wrong }
        io.line(JSON.stringify({ ...counts, stories: shown, coverage, ...beside }))
      } else {
        if (coverage.items > 0) io.line(describeCoverage(coverage))
        io.line(`${passed + right} passed, ${failed + wrong} failed`)
      }
      return failed + wrong === 0 ? exitCodes.done : exitCodes.failed
    } finally {
      await server.stop()
    }
  },
}
