import { describe, expect, it } from 'vitest'
import { changes, delivery } from './gar.fixture.ts'
import { GarAddresses } from './gar-addresses.ts'
import type { GarFault } from './gar-record.ts'
import { readGar } from './read-gar.ts'

/** A text in pieces that cut letters and tags in two. */
function* pieces(text: string, size = 7) {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function take(addresses: GarAddresses, files: Readonly<Record<string, string>>): Promise<GarFault[]> {
  const faults: GarFault[] = []
  for (const text of Object.values(files)) {
    for await (const piece of readGar(pieces(text))) {
      faults.push(...piece.faults)
      for (const record of piece.records) addresses.take(record)
    }
  }
  return faults
}

describe('the state address register of Russia', () => {
  it('is put together from its files, whatever their order', async () => {
    const addresses = new GarAddresses()
    expect(await take(addresses, delivery)).toEqual([])
    const { addresses: found, unplaced } = addresses.gather()
    expect(found.map(({ object, parent, kind, text, postcode }) => [object, parent, kind, text, postcode])).toEqual([
      ['1', null, 'region', 'край Выдуманный', null],
      ['2', '1', 'settlement', 'край Выдуманный, г Придумск', null],
      ['3', '2', 'street', 'край Выдуманный, г Придумск, ул Садовая', null],
      ['40', '3', 'building', 'край Выдуманный, г Придумск, ул Садовая, д 5 к 2', '000100'],
      ['41', '3', 'building', 'край Выдуманный, г Придумск, ул Садовая, д 7А', null],
      ['50', '40', 'flat', 'край Выдуманный, г Придумск, ул Садовая, д 5 к 2, кв 12', null],
    ])
    // The district stands in the municipal division only.
    expect(unplaced).toEqual([{ object: '4', line: 6, code: 'parent.unknown', parent: null }])
  })

  it('stands in the municipal division when asked for it', async () => {
    const addresses = new GarAddresses('municipal')
    await take(addresses, delivery)
    expect(addresses.gather().addresses.map(({ text }) => text)).toEqual([
      'край Выдуманный',
      'край Выдуманный, р-н Сказочный',
      'край Выдуманный, р-н Сказочный, г Придумск',
    ])
  })

  it('lays changes over what is held: what stands below a new name is written anew too', async () => {
    const before = new GarAddresses()
    await take(before, delivery)
    const addresses = new GarAddresses()
    for (const address of before.gather().addresses) addresses.hold(address)
    expect(addresses.gather().addresses).toEqual([])
    await take(addresses, changes)
    const { addresses: found, unplaced } = addresses.gather()
    expect(found.map(({ object, text, until }) => [object, text, until])).toEqual([
      ['3', 'край Выдуманный, г Придумск, ул Вишнёвая', null],
      ['40', 'край Выдуманный, г Придумск, ул Вишнёвая, д 5 к 2', null],
      ['41', 'край Выдуманный, г Придумск, ул Вишнёвая, д 7А', '2024-12-31'],
      ['42', 'край Выдуманный, г Придумск, ул Вишнёвая, д 9', null],
      ['50', 'край Выдуманный, г Придумск, ул Вишнёвая, д 5 к 2, кв 12', null],
    ])
    expect(unplaced).toEqual([{ object: '43', line: 5, code: 'parent.unknown', parent: '777' }])
  })

  it('names what is broken by line and attribute, and goes on after it', async () => {
    const addresses = new GarAddresses()
    const broken = delivery.AS_ADDR_OBJ.replace('NAME="Придумск" ', '').replace('LEVEL="8"', 'LEVEL="eight"')
    expect(await take(addresses, { broken, links: delivery.AS_ADM_HIERARCHY })).toEqual([
      { line: 4, code: 'attribute.missing', attribute: 'NAME' },
      { line: 5, code: 'attribute.wrong', attribute: 'LEVEL' },
    ])
    expect(addresses.gather().addresses.map(({ object }) => object)).toEqual(['1'])
  })

  it.each([
    ['cut off', delivery.AS_ADDR_OBJ.slice(0, -30), 'xml.broken'],
    ['no XML', 'ID;NAME\n1;x', 'xml.broken'],
    ['nothing', '', 'xml.broken'],
    ['another file', '<html><body/></html>', 'xml.not-gar'],
    ['an unknown entity', delivery.AS_ADDR_OBJ.replace('Придумск', '&lol;'), 'xml.broken'],
  ])('refuses a file that is %s', async (_, text, code) => {
    const faults = await take(new GarAddresses(), { text })
    expect(faults.map(fault => fault.code)).toEqual([code])
  })
})
