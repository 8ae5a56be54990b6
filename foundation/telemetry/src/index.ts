export { createLog, type Log, type LogLevel, type LogLine } from './log.ts'
export {
  createMetrics,
  type Labels,
  type MetricCounter,
  type MetricGauge,
  type MetricHistogram,
  type Metrics,
} from './metrics.ts'
export {
  continueTrace,
  createSpan,
  currentTrace,
  type FinishedSpan,
  type Span,
  type SpanSink,
  traceparent,
} from './span.ts'
export { createTelemetry, silentTelemetry, type Telemetry } from './telemetry.ts'
export { removed, textWithoutPersons, withoutPersons } from './without-persons.ts'
