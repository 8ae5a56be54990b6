import type { Example } from './example.ts'
import { actions } from './examples/actions.tsx'
import { annex, decision } from './examples/decision.tsx'
import { facts, known } from './examples/facts.tsx'
import { choice, date, money, narrow, rating, text } from './examples/fields.tsx'
import { files } from './examples/files.tsx'
import { frame, pictures } from './examples/frame.tsx'
import { links, offers, search, windows } from './examples/home.tsx'
import { journey, nextDate, timeline } from './examples/journey.tsx'
import { lookup } from './examples/lookup.tsx'
import { callout, pane, tags } from './examples/panes.tsx'
import { mistakes, skeleton, states } from './examples/states.tsx'
import { qr, table } from './examples/table.tsx'

/** Every part of the design system, filled in, in the order of the page. */
export const examples: readonly Example[] = [
  frame,
  pictures,
  actions,
  pane,
  tags,
  callout,
  facts,
  known,
  decision,
  annex,
  journey,
  timeline,
  nextDate,
  search,
  offers,
  windows,
  links,
  states,
  skeleton,
  mistakes,
  text,
  choice,
  rating,
  date,
  money,
  narrow,
  files,
  lookup,
  table,
  qr,
]
