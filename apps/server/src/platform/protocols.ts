import { protocol } from '@tereze/operation'

/** Says that the process lives. */
export const showLife = protocol({
  name: 'platform.show-life',
  does: 'Says that the process lives.',
  method: 'GET',
  path: '/live',
  permission: 'platform.state.read',
})
/** Says whether the database answers. */
export const showReadiness = protocol({
  name: 'platform.show-readiness',
  does: 'Says whether the platform can serve: the database answers.',
  method: 'GET',
  path: '/ready',
  permission: 'platform.state.read',
})
/** Metrics for Prometheus. */
export const showMetrics = protocol({
  name: 'platform.show-metrics',
  does: 'Gives the metrics of this process in Prometheus’ text format.',
  method: 'GET',
  path: '/metrics',
  permission: 'platform.metrics.read',
})
/** The document of the API. */
export const showOpenApi = protocol({
  name: 'platform.show-openapi',
  does: 'Gives the OpenAPI 3.1 document of all operations.',
  method: 'GET',
  path: '/openapi.json',
  permission: 'platform.state.read',
})
/** A file of the screens. */
export const showAsset = protocol({
  name: 'platform.show-asset',
  does: 'Gives a stylesheet, font or script of the portal.',
  method: 'GET',
  path: '/assets/*',
  permission: 'platform.page.view',
})
/** The studio of those who make services. */
export const showStudio = protocol({
  name: 'platform.show-studio',
  does: 'Gives the studio of those who make services, a single-page application.',
  method: 'GET',
  path: '/studio/*',
  permission: 'platform.page.view',
})
/** The workplace of officials. */
export const showWorkplace = protocol({
  name: 'platform.show-workplace',
  does: 'Gives the workplace of officials, a single-page application.',
  method: 'GET',
  path: '/workplace/*',
  permission: 'platform.page.view',
})
