import { describe, expect, it } from 'vitest'
import { authority, certified, now, pair } from '../test-authority.fixture.ts'
import { readXml } from './read-xml.ts'
import { signXml } from './sign-xml.ts'

const root = await authority('Test Root')
const signer = await certified(root)
const rsa = await certified(root, {}, pair('rsa'))
const document = '<p:order xmlns:p="urn:test" id="o1"><p:sum currency="KZT">100</p:sum><note>Төлем</note></p:order>'
const signed = await signXml(document, signer, now)
const fault = (xml: string) => readXml(xml)?.map(one => one.fault)

describe('signXml', () => {
  it('is read again: the whole document, the time, the certificate', async () => {
    expect(readXml(signed)).toMatchObject([{ fault: null, claimedAt: now, namesCertificate: true }])
    expect(fault(await signXml(document, rsa, now))).toEqual([null])
    expect(readXml(document)).toEqual([])
    expect(readXml('<a>')).toBeNull()
  })

  it('holds for a second signer over the first', async () => {
    // The first signature covered a document without the second one: what was added later it does not vouch for.
    expect(fault(await signXml(signed, rsa, now))).toEqual(['content-changed', null])
  })
})

describe('attacks on a signed document', () => {
  const [, signature = ''] = /(<ds:Signature[\s\S]*<\/ds:Signature>)/.exec(signed) ?? []
  const byId = signed.replace('URI=""', 'URI="#o1"')
  const wrapped = `<evil>${signed}</evil>`

  it.each([
    ['a changed sum', signed.replace('>100<', '>900<'), 'content-changed'],
    ['a changed attribute', signed.replace('KZT', 'USD'), 'content-changed'],
    ['a changed time of signing', signed.replace('2026-03-02T04', '2026-03-01T04'), 'content-changed'],
    ['the signed document wrapped in another (its reference means the new root)', wrapped, 'content-changed'],
    ['the same by id', `<evil>${byId}</evil>`, 'covers-part'],
    ['a second element with the id', byId.replace('<note>', '<note id="o1">'), 'ids-doubled'],
    ['a second element with the id in other letters', byId.replace('<note>', '<note ID="o1">'), 'ids-doubled'],
    [
      'the signature moved to another document',
      `<p:order xmlns:p="urn:test"><p:sum>1</p:sum>${signature}</p:order>`,
      'content-changed',
    ],
    [
      'a transform that drops what it likes',
      signed.replace(
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/TR/1999/REC-xpath-19991116',
      ),
      'form-wrong',
    ],
    [
      'an unknown algorithm',
      signed.replace('xmldsig-more#ecdsa-sha256', 'xmldsig-more#ecdsa-none'),
      'algorithm-unsupported',
    ],
    [
      'an HMAC with the public key',
      signed.replace('2001/04/xmldsig-more#ecdsa-sha256', '2000/09/xmldsig#hmac-sha1'),
      'algorithm-unsupported',
    ],
    ['no certificate', signed.replace(/<ds:X509Data>.*<\/ds:X509Data>/, ''), 'certificate-missing'],
    [
      'another certificate',
      signed.replace(
        /<ds:X509Certificate>[^<]+/,
        `<ds:X509Certificate>${Buffer.from(rsa.certificates[0] ?? []).toString('base64')}`,
      ),
      'signature-broken',
    ],
  ])('%s', (_, xml, expected) => {
    expect(fault(xml)).toEqual([expected])
  })

  it('a document type is not read at all', () => {
    expect(readXml(`<!DOCTYPE p:order [<!ATTLIST note id ID #IMPLIED>]>${signed}`)).toBeNull()
  })
})
