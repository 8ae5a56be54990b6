/** Address of a file of a version; `latest` is the newest. Both are stable. */
export function fileAddress(origin: string, dataset: string, version: number | 'latest', file: string): string {
  return `${origin}/datasets/${dataset}/${version}/${file}`
}
