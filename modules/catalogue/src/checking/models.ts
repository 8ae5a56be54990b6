import { checkFeel, parseProcess } from '@tereze/bpmn'
import { compileForm } from '@tereze/forms'
import type { Findings, PackageProblem } from '../contract/kinds.ts'
import type { Package } from '../contract/packages.ts'
import { checkClauses } from './check-clauses.ts'
import { checkDecisions } from './check-decisions.ts'

const known = new WeakMap<Package, Promise<Findings>>()

/** Checks the BPMN, DMN and forms of a package with the engines that will run them; once, for nothing else has a say in it. */
export function checkModels(pack: Package): Promise<Findings> {
  const before = known.get(pack)
  if (before !== undefined) return before
  const found = findIn(pack)
  known.set(pack, found)
  return found
}

async function findIn(pack: Package): Promise<Findings> {
  const { problems: ofDecisions, hints } = checkDecisions(pack)
  const problems: PackageProblem[] = [...ofDecisions, ...checkClauses(pack)]
  const add = (file: string, pointer: string, code: string, detail: string) =>
    problems.push({ package: `${pack.kind}:${pack.id}`, file, pointer, code, params: { detail } })
  for (const [file, text] of pack.text) {
    if (!file.endsWith('.bpmn')) continue
    const parsed = await parseProcess(text, { check: checkFeel })
    if (!parsed.ok)
      for (const problem of parsed.problems)
        add(file, `/${problem.element ?? ''}`, 'package.process-refused', problem.code)
  }
  const schema = pack.json.get('data.schema.json')
  for (const [file, form] of pack.json) {
    if (!file.endsWith('.form.json') || schema === undefined) continue
    const compiled = compileForm({ schema, form } as never)
    if (!compiled.ok)
      for (const problem of compiled.problems) add(file, problem.path, 'package.form-refused', problem.code)
  }
  return { problems, hints }
}
