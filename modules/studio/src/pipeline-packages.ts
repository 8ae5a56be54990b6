import type { PackageSupport } from '@tereze/catalogue/contract'
import { findPipelineProblems, pipelineFile } from './rules/pipeline-of.ts'

/** Pipelines are published only whole: with ids of their own, words, and roles that there are. */
export const pipelinePackages: PackageSupport = {
  kind: 'pipeline',
  check: async (pack, all) =>
    findPipelineProblems(pack, all).map(found => ({
      package: `pipeline:${pack.id}`,
      file: `pipelines/${pack.id}/${pipelineFile}`,
      ...found,
    })),
  activate: async () => undefined,
}
