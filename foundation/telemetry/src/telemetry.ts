import type { DestinationStream } from 'pino'
import { createLog, type Log, type LogLevel } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createSpan, currentTrace, type Span, type SpanSink } from './span.ts'

/** What a process tells its operators. */
export interface Telemetry {
  readonly log: Log
  readonly metrics: Metrics
  readonly span: Span
}

/**
 * Telemetry of a process.
 * @param options.destination where log lines go; standard output by default.
 * @param options.process also metrics of memory and event loop.
 * @param options.sink receives finished spans, e.g. to send them to a collector.
 */
export function createTelemetry(options: {
  level: LogLevel
  destination?: DestinationStream
  process?: boolean
  sink?: SpanSink
}): Telemetry {
  const log = createLog({
    level: options.level,
    ...(options.destination === undefined ? {} : { destination: options.destination }),
    trace: (): Readonly<Record<string, string>> => {
      const point = currentTrace()
      return point === null ? {} : { trace: point.traceId, span: point.spanId }
    },
  })
  const metrics = createMetrics({ process: options.process ?? false })
  const seconds = metrics.histogram('tereze_span_seconds', 'Duration of spans', ['name', 'outcome'])
  const span = createSpan(finished => {
    seconds.observe({ name: finished.name, outcome: finished.failed ? 'failed' : 'done' }, finished.seconds)
    log.debug({ ...finished.facts, ms: Math.round(finished.seconds * 1e6) / 1000 }, `span ${finished.name}`)
    options.sink?.(finished)
  })
  return { log, metrics, span }
}

/** Telemetry that says nothing. */
export function silentTelemetry(): Telemetry {
  return createTelemetry({ level: 'silent', destination: { write: () => undefined } })
}
