import type { BenchOrder, BenchOutcome, StoryTold } from '@tereze/studio/contract'

/** What the node says to the process of its bench. */
export type ToBench = { readonly say: 'tell'; readonly order: BenchOrder } | { readonly say: 'stop' }

/** What the process of the bench says: something was made ready, a story was told, an order was carried out or broke down. */
export type FromBench =
  | { readonly say: 'goes-on' }
  | { readonly say: 'told'; readonly told: StoryTold }
  | { readonly say: 'done'; readonly outcome: BenchOutcome }
