import packageJson from '../package.json' with { type: 'json' }

/** Version of the platform. */
export const version: string = packageJson.version
