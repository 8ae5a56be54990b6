import type { TestProject } from 'vitest/node'
import { type BrowserProgram, findBrowser } from './find-browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    browserProgram: BrowserProgram
  }
}

/** Vitest's global setup: finds and unpacks the browser once, before test files could race for it. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('browserProgram', await findBrowser())
}
