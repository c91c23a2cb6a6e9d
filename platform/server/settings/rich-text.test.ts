import { describe, expect, it } from 'vitest'
import { htmlOf, fillPlain } from './render.ts'
import { parseRichText } from './rich-text.ts'

const html = (source: string, fillings: Parameters<typeof htmlOf>[1] = []) =>
  htmlOf(parseRichText(source).content, fillings, 'https://images.example.org/')
const findings = (source: string) => parseRichText(source).findings.map(({ kind }) => kind)

describe('rich text', () => {
  const kept = {
    'plain words as a paragraph': ['Hello', '<p>Hello</p>'],
    'paragraphs, a heading and a line break': ['<h3>A</h3><p>b<br>c</p>', '<h3>A</h3><p>b<br>c</p>'],
    'bold and italic, by either name': ['<b>a</b><em>b</em>', '<p><strong>a</strong><em>b</em></p>'],
    'lists in lists': ['<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>', '<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>'],
    'a list after a list': ['<ul><li>a</li></ul><ol><li>b</li></ol>', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
    'a paragraph within an item': ['<ul><li><p>a</p><p>b</p></li></ul>', '<ul><li>a<p>b</p></li></ul>'],
    'a typed address': ['<a href="https://example.org/?a=1&amp;b=2">x</a>', '<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>'],
    'the product\'s link, in either spelling': ['go {there} or <here>', '<p>go <a href="https://images.example.org/">there</a> or <a href="https://images.example.org/">here</a></p>'],
    'signs that are no markup': ['1 < 2 & 3 > 2 {', '<p>1 &lt; 2 &amp; 3 &gt; 2 {</p>'],
    'character references': ['a&nbsp;&lt;b&gt; &#233;', '<p>a\u00a0&lt;b&gt; é</p>'],
  } as const
  for (const [what, [source, result]] of Object.entries(kept)) {
    it(`keeps ${what}`, () => {
      expect(html(source)).toBe(result)
      expect(findings(source)).toEqual([])
    })
  }

  const refused = {
    'a script': '<script>alert(1)</script>',
    'an event': '<b onclick="alert(1)">x</b>',
    'an image': '<img src=x onerror=alert(1)>',
    'a style': '<p style="position:fixed">x</p>',
    'a frame': '<iframe src="https://example.org"></iframe>',
    'a comment': '<!-- x --><p>x</p>',
    'a drawing': '<svg/onload=alert(1)>',
  }
  for (const [what, source] of Object.entries(refused)) {
    it(`finds ${what}, and makes no markup of it`, () => {
      expect(findings(source)).toContain('unknown-markup')
      expect(html(source)).not.toMatch(/<(script|img|iframe|svg|!)|onclick|style/)
    })
  }

  for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '&#106;avascript:alert(1)', ' data:text/html,x', '//evil.example', '/exams', '']) {
    it(`is no address: ${address}`, () => {
      expect(findings(`<a href="${address}">x</a>`)).toEqual(['address'])
      expect(html(`<a href="${address}">x</a>`)).toBe('<p>x</p>')
    })
  }

  for (const source of ['<p>x', 'x</p>', '<b><i>x</b></i>', '<li>x</li>']) {
    it(`finds what is not balanced: ${source}`, () => expect(findings(source)).toContain('unbalanced'))
  }

  it('is not read without end', () => {
    expect(findings('<ul><li>'.repeat(6) + 'x')).toContain('too-deep')
    expect(parseRichText('<'.repeat(8_000)).content).toHaveLength(1)
    expect(html('<p>a</p>'.repeat(1_000))).toHaveLength(8_000)
  })

  it('escapes whatever fills a place, and leaves a place without filling empty', () => {
    expect(html('{0} {1}.', [{ text: '<b>"x"</b>' }])).toBe('<p>&lt;b&gt;&quot;x&quot;&lt;/b&gt; .</p>')
    expect(html('see {0}', [{ text: 'here', href: 'https://a/?b="c' }])).toBe('<p>see <a href="https://a/?b=&quot;c">here</a></p>')
    expect(fillPlain('at {0}{3}', ['{1}'])).toBe('at {1}')
  })
})
