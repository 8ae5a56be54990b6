import pg from 'pg'
import { type Latency, latencyOf } from '../births/latency.ts'

/** What a table written by hand does in the same PostgreSQL. */
export interface PeerTimes {
  readonly does: string
  readonly rowsPerSecond: number
  readonly byKey: Latency
  readonly writesPerSecond: number
}

const batch = 500

/**
 * The peer: a table of JSON documents with a key, a history kept by a trigger and an outbox row for each change, as a team
 * writes it that has no platform. No schema, no labels, no access, no provenance, no audit.
 */
export async function measurePeer(url: string, rows: number, beside: number, seconds: number): Promise<PeerTimes> {
  const pool = new pg.Pool({ connectionString: url, max: beside })
  await pool.query(`
    create table bench_peer (id text primary key, key text unique, data jsonb not null, version integer not null default 1);
    create table bench_peer_history (id text, version integer, data jsonb, until timestamptz default now(), primary key (id, version));
    create table bench_peer_outbox (position bigint generated always as identity primary key, id text, version integer);
    create function bench_peer_keep() returns trigger language plpgsql as $$ begin
      insert into bench_peer_history (id, version, data) values (old.id, old.version, old.data);
      insert into bench_peer_outbox (id, version) values (new.id, new.version);
      return new;
    end $$;
    create trigger keep before update on bench_peer for each row execute function bench_peer_keep()`)
  try {
    const document = (index: number) =>
      JSON.stringify({ name: { family: `F${index}`, given: `G${index % 900}` }, born: '1990-01-01', region: 'north' })
    let next = 0
    const started = performance.now()
    await Promise.all(
      Array.from({ length: beside }, async () => {
        for (let from = next; from < rows; from = next) {
          next = from + batch
          const indexes = Array.from({ length: Math.min(batch, rows - from) }, (_, index) => from + index)
          await pool.query(
            'insert into bench_peer (id, key, data) select * from unnest($1::text[], $2::text[], $3::jsonb[])',
            [indexes.map(index => `r${index}`), indexes.map(index => `k${index}`), indexes.map(document)],
          )
        }
      }),
    )
    const rowsPerSecond = Math.round(rows / ((performance.now() - started) / 1000))
    await pool.query('analyze bench_peer')
    const durations: number[] = []
    for (let turn = 0; turn < 1_000; turn++) {
      const began = performance.now()
      await pool.query({
        name: 'key',
        text: 'select data from bench_peer where key = $1',
        values: [`k${(turn * 7919) % rows}`],
      })
      durations.push(performance.now() - began)
    }
    const end = performance.now() + seconds * 1000
    let written = 0
    await Promise.all(
      Array.from({ length: beside }, async (_, place) => {
        for (let turn = 0; performance.now() < end; turn++, written++) {
          const id = `r${(turn * beside + place) % rows}`
          const text = 'update bench_peer set data = $2, version = version + 1 where id = $1'
          await pool.query({ name: 'write', text, values: [id, document(turn)] })
        }
      }),
    )
    return {
      does: 'a table of documents with a history by trigger and an outbox',
      rowsPerSecond,
      byKey: latencyOf(durations),
      writesPerSecond: Math.round(written / seconds),
    }
  } finally {
    await pool.query('drop table bench_peer, bench_peer_history, bench_peer_outbox; drop function bench_peer_keep()')
    await pool.end()
  }
}
