import { describe, expect, it } from 'vitest'
import { readSoapAnswer, soapHeaders, writeSoapQuestion } from './soap-message.ts'

const space = 'http://schemas.xmlsoap.org/soap/envelope/'
const envelope = (inner: string, more = '') =>
  `<s:Envelope xmlns:s="${space}" ${more}><s:Body>${inner}</s:Body></s:Envelope>`
const read = (xml: string, lists: string[] = []) => readSoapAnswer({ version: '1.1', lists }, xml)

describe('SOAP', () => {
  it('writes texts, lists, attributes and nothing that breaks out of them', () => {
    const from = { version: '1.2', namespace: 'urn:a"b', element: 'Ask' } as const
    expect(writeSoapQuestion(from, { name: '<b> & "c"\u0000', kind: ['x', 'y'], of: { '@id': 1, at: null } })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>' +
        '<Ask xmlns="urn:a&quot;b"><name>&lt;b&gt; &amp; &quot;c&quot;</name><kind>x</kind><kind>y</kind><of id="1"></of></Ask>' +
        '</s:Body></s:Envelope>',
    )
    expect(() => writeSoapQuestion(from, { 'a><b': 1 })).toThrow('no name of an element')
  })

  it('names the action where the version has it', () => {
    expect(soapHeaders({ version: '1.1' })).toEqual({ 'content-type': 'text/xml; charset=utf-8', soapaction: '""' })
    expect(soapHeaders({ version: '1.2' })).toEqual({ 'content-type': 'application/soap+xml; charset=utf-8' })
  })

  it('reads elements as JSON; what is a list is one however many there are', () => {
    const xml = envelope(
      '<a:R xmlns:a="urn:a"><a:n>1 &amp; 2</a:n><a:row k="v"><a:x>1</a:x></a:row><a:no xsi:nil="true"/></a:R>',
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    )
    expect(read(xml, ['row', 'none', 'row.y'])).toEqual({
      value: { n: '1 & 2', row: [{ '@k': 'v', x: '1', y: [] }], no: null, none: [] },
    })
  })

  it.each([
    ['<s:Fault><faultcode>s:Client.Field</faultcode></s:Fault>', { refused: 'Client.Field' }],
    ['<s:Fault><faultcode>s:Server</faultcode><faultstring>of a person</faultstring></s:Fault>', 'Server'],
    ['<s:Fault><faultcode>a b</faultcode></s:Fault>', 'Fault'],
    ['<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code></s:Fault>', { refused: 'Sender' }],
  ])('tells whose fault %s is, without its words', (fault, said) => {
    expect(read(envelope(fault))).toEqual(
      typeof said === 'string' ? { problem: { reason: 'fault', detail: said } } : said,
    )
  })

  it.each([
    ['<html>', 'xml'],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', 'xml'],
    ['<a/>', 'envelope'],
    ['<Envelope xmlns="http://www.w3.org/2003/05/soap-envelope"><Body><a/></Body></Envelope>', 'envelope'],
    [envelope(''), 'body'],
    [envelope('<a>'.repeat(200) + '</a>'.repeat(200)), 'xml'],
  ])('does not believe %s', (xml, detail) => {
    expect(read(xml)).toEqual({ problem: { reason: 'unreadable', detail } })
  })
})
