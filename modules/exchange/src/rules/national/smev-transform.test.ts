import { describe, expect, it } from 'vitest'
import { smevTransform } from './smev-transform.ts'

describe('the transform of СМЭВ', () => {
  it('gives what the example of the methodical recommendations gives', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="style.xsl"?>

<elementOne xmlns="http://test/1">
	<elementTwo xmlns="http://test/2">
		<elementThree xmlns="http://test/3">
			<elementFour xmlns="http://test/1"> z x c </elementFour>
			<elementFive xmlns="http://test/2"> w w w </elementFive>
		</elementThree>
		<elementSix xmlns="http://test/3">eee</elementSix>
	</elementTwo>
</elementOne>`
    expect(smevTransform(xml)).toBe(
      '<ns1:elementOne xmlns:ns1="http://test/1"><ns2:elementTwo xmlns:ns2="http://test/2"><ns3:elementThree xmlns:ns3="http://test/3">' +
        '<ns1:elementFour> z x c </ns1:elementFour><ns2:elementFive> w w w </ns2:elementFive></ns3:elementThree>' +
        '<ns4:elementSix xmlns:ns4="http://test/3">eee</ns4:elementSix></ns2:elementTwo></ns1:elementOne>',
    )
  })

  it.each([
    [
      'opens empty tags and sorts attributes, qualified ones first',
      '<q:a xmlns:q="urn:2" xmlns:z="urn:1" b="2" a="1" q:y="3" z:x="4"/>',
      '<ns1:a xmlns:ns1="urn:2" xmlns:ns2="urn:1" ns2:x="4" ns1:y="3" a="1" b="2"></ns1:a>',
    ],
    ['drops what nobody uses', '<a xmlns:q="urn:q"><!-- x --><b> \n\t</b></a>', '<a><b></b></a>'],
    [
      'keeps text as it is, whatever it was written as',
      '<a b="&quot;&#10;&lt;">1 &amp; <![CDATA[<2>]]>&#13;</a>',
      '<a b="&quot;&#xA;&lt;">1 &amp; &lt;2&gt;&#xD;</a>',
    ],
  ])('%s', (_, xml, wanted) => {
    expect(smevTransform(xml)).toBe(wanted)
    expect(smevTransform(smevTransform(xml))).toBe(wanted)
  })

  it.each(['<a>', '<p:a/>', 'text', '<a></b>'])('refuses %s', xml => {
    expect(() => smevTransform(xml)).toThrow()
  })
})
