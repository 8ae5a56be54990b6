import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Values of a metric's labels: names that occur in the code, never ids. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>

/** Counts what happened. */
export interface MetricCounter<Name extends string> {
  add(labels: Labels<Name>, by?: number): void
}
/** Shows a level that rises and falls. */
export interface MetricGauge<Name extends string> {
  set(labels: Labels<Name>, value: number): void
}
/** Distribution of durations in seconds. */
export interface MetricHistogram<Name extends string> {
  observe(labels: Labels<Name>, seconds: number): void
}

/** The metrics of this process. Declaring a name again gives the same metric. */
export interface Metrics {
  counter<const Name extends string = never>(name: string, help: string, labels?: readonly Name[]): MetricCounter<Name>
  gauge<const Name extends string = never>(name: string, help: string, labels?: readonly Name[]): MetricGauge<Name>
  histogram<const Name extends string = never>(
    name: string,
    help: string,
    labels?: readonly Name[],
  ): MetricHistogram<Name>
  /** All metrics in the Prometheus text format. */
  text(): Promise<string>
  /** Media type of `text()`. */
  readonly contentType: string
}

/** From a millisecond to ten seconds. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Metrics of a process.
 * @param options.process also memory, event loop and garbage collection of this process.
 */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  if (options.process === true) collectDefaultMetrics({ register: registry })
  const once = <M extends object>(name: string, make: () => M): M =>
    (registry.getSingleMetric(name) as M | undefined) ?? make()
  return {
    contentType: registry.contentType,
    counter(name, help, labels = []) {
      const metric = once(
        name,
        () => new Counter<string>({ name, help, labelNames: [...labels], registers: [registry] }),
      )
      return { add: (values, by = 1) => metric.inc(values as Partial<Record<string, string>>, by) }
    },
    gauge(name, help, labels = []) {
      const metric = once(name, () => new Gauge<string>({ name, help, labelNames: [...labels], registers: [registry] }))
      return { set: (values, value) => metric.set(values as Partial<Record<string, string>>, value) }
    },
    histogram(name, help, labels = []) {
      const metric = once(
        name,
        () =>
          new Histogram<string>({
            name,
            help,
            labelNames: [...labels],
            buckets: secondsBuckets,
            registers: [registry],
          }),
      )
      return { observe: (values, seconds) => metric.observe(values as Partial<Record<string, string>>, seconds) }
    },
    text: () => registry.metrics(),
  }
}
