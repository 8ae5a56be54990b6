import { describe, expect, it } from 'vitest'
import { decideSmevFault, decideSmevSaid, rejectionOf } from './decide-smev.ts'
import { idOfUnread, readSmevReply, readSmevRequest, readSmevResponse } from './read-smev.ts'
import { smevSpaces, writeSmev } from './smev-message.ts'

const { types, basic } = smevSpaces('1.3')
const id = '5c0a0001-1d5e-11f1-9d6f-0301aa01aa01'
const soap = (inner: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`
const spaces = `xmlns:t="${types}" xmlns:b="${basic}"`
const answer = (data: string, more = '') =>
  `<t:Response ${spaces}><t:OriginalMessageId>${id}</t:OriginalMessageId><t:SenderProvidedResponseData><t:MessageID>${id}</t:MessageID>${data}</t:SenderProvidedResponseData>${more}</t:Response>`

describe('messages of СМЭВ', () => {
  it('are written in the order of the schema', () => {
    const attachments = [{ name: 'a<b', type: 'text/plain', content: Buffer.from('x') }]
    const written = writeSmev('1.3', { operation: 'SendRequest', id, content: '<q/>', attachments })
    expect([...written.matchAll(/<([a-z]+:[A-Za-z]+)/gi)].map(([, name]) => name).slice(2)).toEqual([
      ...['t:SendRequestRequest', 't:SenderProvidedRequestData', 't:MessageID', 'b:MessagePrimaryContent'],
      ...['b:AttachmentHeaderList', 'b:AttachmentHeader', 'b:contentId', 'b:MimeType'],
      ...['b:AttachmentContentList', 'b:AttachmentContent', 'b:Id', 'b:Content', 'xop:Include'],
      't:CallerInformationSystemSignature',
    ])
    expect(written).toContain('href="cid:a%3Cb"')
  })

  it('are read with their content as a document of its own', () => {
    const data = `<b:MessagePrimaryContent><x:A xmlns:x="urn:x"><x:B>1</x:B></x:A></b:MessagePrimaryContent>
      <b:RefAttachmentHeaderList><b:RefAttachmentHeader><b:uuid>u-1</b:uuid><b:Hash>h</b:Hash><b:MimeType>application/zip</b:MimeType></b:RefAttachmentHeader></b:RefAttachmentHeaderList>`
    const stored =
      '<b:FSAttachmentsList><b:FSAttachment><b:uuid>u-1</b:uuid><b:UserName>n</b:UserName><b:Password>p</b:Password><b:FileName>/a.zip</b:FileName></b:FSAttachment></b:FSAttachmentsList>'
    expect(readSmevResponse(answer(data, stored))).toMatchObject({
      id,
      original: id,
      said: {
        content: { xml: '<x:A xmlns:x="urn:x"><x:B>1</x:B></x:A>', root: { local: 'A', space: 'urn:x' } },
        attachments: [{ id: 'u-1', type: 'application/zip', hash: 'h', reference: { file: '/a.zip', user: 'n' } }],
      },
    })
    expect(readSmevResponse(answer(''))).toBeNull()
    expect(readSmevRequest(answer(data))).toBeNull()
    const two = data.replace('</x:A>', '</x:A><x:A xmlns:x="urn:x"/>')
    expect(readSmevResponse(answer(two))).toBeNull()
  })

  it.each([
    [
      '<t:RequestRejected><t:RejectionReasonCode>NO_DATA</t:RejectionReasonCode></t:RequestRejected>',
      [],
      { refused: 'NO_DATA' },
    ],
    [
      '<t:RequestRejected><t:RejectionReasonCode>NO_DATA</t:RejectionReasonCode></t:RequestRejected>',
      ['NO_DATA'],
      { value: null },
    ],
    ['<t:RequestStatus><t:StatusCode>3</t:StatusCode></t:RequestStatus>', [], { awaited: true }],
    [
      '<t:AsyncProcessingStatus><t:StatusCategory>requestIsQueued</t:StatusCategory></t:AsyncProcessingStatus>',
      [],
      { awaited: true },
    ],
    [
      '<t:AsyncProcessingStatus><t:StatusCategory>requestIsRejectedBySmev</t:StatusCategory><t:SmevFault><t:Code>SMEV-403</t:Code></t:SmevFault></t:AsyncProcessingStatus>',
      [],
      { problem: { reason: 'fault', detail: 'SMEV-403' } },
    ],
  ])('%s with nothing for %j', (data, none, decided) => {
    const said = readSmevResponse(answer(data))?.said
    expect(said && decideSmevSaid(said, none)).toEqual(decided)
  })

  it('name the fault of the detail, not its words', () => {
    const fault = (detail: string) =>
      readSmevReply(
        soap(`<s:Fault><faultcode>s:Server</faultcode><faultstring>about a person</faultstring>${detail}</s:Fault>`),
      )
    expect(fault('<detail><f:InvalidContent xmlns:f="urn:f"/></detail>')).toEqual({ fault: 'InvalidContent' })
    expect(fault('')).toEqual({ fault: 'Server' })
    expect([readSmevReply('<html>'), readSmevReply(soap(''))]).toEqual([null, null])
  })

  it('that are not believed still have an id', () => {
    const reply = readSmevReply(
      soap(
        `<t:GetResponseResponse ${spaces}><t:ResponseMessage>${answer('')}</t:ResponseMessage></t:GetResponseResponse>`,
      ),
    )
    expect(reply && 'body' in reply && idOfUnread(reply.body)).toBe(id)
  })
})

it('tells faults that pass from those that do not, and why a request is rejected', () => {
  expect(['MessageIsAlreadySent', 'InvalidContent', 'DestinationOverflow'].map(decideSmevFault)).toEqual([
    { awaited: true },
    { refused: 'InvalidContent' },
    { problem: { reason: 'fault', detail: 'DestinationOverflow' } },
  ])
  expect(
    ['exchange.access-not-granted', 'exchange.contract-not-found', 'exchange.body-invalid'].map(rejectionOf),
  ).toEqual(['ACCESS_DENIED', 'UNKNOWN_REQUEST_DESCRIPTION', 'FAILURE'])
})
