import { describe, expect, it } from 'vitest'
import { continueTrace, createTelemetry, currentTrace, type FinishedSpan, traceparent } from './index.ts'

function recorded(options: { level?: 'debug' | 'info' } = {}) {
  const lines: Record<string, unknown>[] = []
  const spans: FinishedSpan[] = []
  const telemetry = createTelemetry({
    level: options.level ?? 'info',
    destination: { write: (line: string) => void lines.push(JSON.parse(line)) },
    sink: span => void spans.push(span),
  })
  return { ...telemetry, lines, spans }
}

describe('log', () => {
  it('keeps ids and removes persons', () => {
    const { log, lines } = recorded()
    log
      .with({ tenant: 'civil-registry' })
      .info(
        { case: 'case_1', person: 'person_1', email: 'a@b.kz', mother: { family: 'Ахметова', id: 'person_2' } },
        'case opened',
      )
    expect(lines[0]).toMatchObject({
      level: 'info',
      sentence: 'case opened',
      tenant: 'civil-registry',
      case: 'case_1',
      person: 'person_1',
      email: '[removed]',
      mother: { family: '[removed]', id: 'person_2' },
    })
  })

  it('logs an error without the rows and parameters that a driver adds', () => {
    const { log, lines } = recorded()
    const error = Object.assign(new Error('duplicate key for aigul@example.kz'), {
      code: '23505',
      detail: 'Key (phone)=(+7 701 123 45 67) exists',
    })
    log.error({ error }, 'statement failed')
    const text = JSON.stringify(lines[0])
    expect(lines[0]).toMatchObject({ error: { name: 'Error', code: '23505', reason: 'duplicate key for [removed]' } })
    expect(text).not.toMatch(/aigul|701/)
  })

  it('says nothing below its level', () => {
    const { log, lines } = recorded()
    log.debug({}, 'quiet')
    expect(lines).toEqual([])
  })
})

describe('span', () => {
  it('nests, measures and marks what failed', async () => {
    const { span, spans, metrics, log, lines } = recorded()
    await expect(
      span('outer', { case: 'case_1' }, async () => {
        log.info({}, 'inside')
        await span('inner', {}, async () => {
          throw new Error('no')
        })
      }),
    ).rejects.toThrow('no')
    const [inner, outer] = spans
    expect(inner).toMatchObject({ name: 'inner', failed: true, parentId: outer?.spanId, traceId: outer?.traceId })
    expect(outer).toMatchObject({ name: 'outer', parentId: null })
    expect(lines[0]).toMatchObject({ trace: outer?.traceId, span: outer?.spanId })
    expect(currentTrace()).toBeNull()
    expect(await metrics.text()).toContain('tereze_span_seconds_count{name="inner",outcome="failed"} 1')
  })

  it('continues the trace of a caller and ignores a broken header', async () => {
    const { span, spans } = recorded()
    const header = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    await continueTrace(header, () => span('work', {}, async () => expect(traceparent()).toContain('a'.repeat(32))))
    await continueTrace('nonsense', () => span('work', {}, async () => undefined))
    expect(spans[0]).toMatchObject({ traceId: 'a'.repeat(32), parentId: 'b'.repeat(16) })
    expect(spans[1]?.parentId).toBeNull()
  })
})

describe('metrics', () => {
  it('gives the same metric for the same name', async () => {
    const { metrics } = recorded()
    metrics.counter('tereze_cases_total', 'Cases', ['service']).add({ service: 'birth-certificate' })
    metrics.counter('tereze_cases_total', 'Cases', ['service']).add({ service: 'birth-certificate' }, 2)
    metrics.gauge('tereze_queue_length', 'Waiting').set({}, 7)
    const text = await metrics.text()
    expect(text).toContain('tereze_cases_total{service="birth-certificate"} 3')
    expect(text).toContain('tereze_queue_length 7')
  })
})
