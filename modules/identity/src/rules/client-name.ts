import type { Language } from '@tereze/operation'

/** An application's name in a language; in English where it has none there. */
export function clientName(
  client: { readonly name: string; readonly names?: Readonly<Record<string, string>> },
  language: Language,
): string {
  return client.names?.[language] ?? client.name
}
