import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

/** A finished span. */
export interface FinishedSpan {
  readonly name: string
  /** 16 bytes in hex (W3C Trace Context). */
  readonly traceId: string
  /** 8 bytes in hex. */
  readonly spanId: string
  readonly parentId: string | null
  /** Ids and numbers, never persons. */
  readonly facts: Readonly<Record<string, string | number | boolean>>
  readonly seconds: number
  readonly failed: boolean
}

/** Where finished spans go. */
export type SpanSink = (span: FinishedSpan) => void

/** Runs `work` as a named span; the span ends with it and is marked when it throws. */
export type Span = <T>(name: string, facts: FinishedSpan['facts'], work: () => Promise<T>) => Promise<T>

interface TracePoint {
  readonly traceId: string
  readonly spanId: string
}

const running = new AsyncLocalStorage<TracePoint>()

/** Ids of the running span, or null outside any. */
export function currentTrace(): TracePoint | null {
  return running.getStore() ?? null
}

/** Header `traceparent` of the running span (W3C Trace Context 1), or null outside any. */
export function traceparent(): string | null {
  const point = running.getStore()
  return point === undefined ? null : `00-${point.traceId}-${point.spanId}-01`
}

const traceparentPattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/

/** Runs `work` as part of the trace that a caller named in `traceparent`; a header of another form is ignored. */
export function continueTrace<T>(header: string | undefined, work: () => T): T {
  const match = traceparentPattern.exec(header ?? '')
  if (match === null) return work()
  const [, traceId = '', spanId = ''] = match
  return running.run({ traceId, spanId }, work)
}

/** Makes the function that runs spans and hands finished ones to `sink`. */
export function createSpan(sink: SpanSink): Span {
  return async (name, facts, work) => {
    const parent = running.getStore()
    const point: TracePoint = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
    }
    const started = performance.now()
    let failed = true
    try {
      const value = await running.run(point, work)
      failed = false
      return value
    } finally {
      const seconds = (performance.now() - started) / 1000
      sink({ name, ...point, parentId: parent?.spanId ?? null, facts, seconds, failed })
    }
  }
}
