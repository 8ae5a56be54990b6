export { Config, type Variable, variables } from './config.ts'
export { environment } from './environment.ts'
export { type ConfigProblem, ConfigWrong, readConfig } from './read-config.ts'
