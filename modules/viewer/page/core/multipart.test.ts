import { describe, expect, it } from 'vitest'
import { firstPart } from './multipart.ts'
import { PictureError } from './pixels.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const TYPE = 'multipart/related; type="application/octet-stream"; boundary="b-1"'
const HEAD = 'Content-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.90\r\n'
const answer = (content: string, head = HEAD) => bytes(`--b-1\r\n${head}\r\n${content}\r\n--b-1--`)
const textOf = (part: Uint8Array) => String.fromCharCode(...part)

describe('an answer in parts', () => {
  it('gives its part, and what it is', () => {
    const { part, mediaType } = firstPart(answer('pixels'), TYPE)
    expect([textOf(part), mediaType]).toEqual(['pixels', 'application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.90'])
  })
  it('believes the length that a part declares', () => {
    expect(textOf(firstPart(answer('pixels', `${HEAD}Content-Length: 3\r\n`), TYPE).part)).toBe('pix')
  })
  it('is not fooled by pixels that look like a boundary', () => {
    expect(textOf(firstPart(answer('a\r\n--b-1b'), TYPE).part)).toBe('a\r\n--b-1b')
  })
  it('takes an answer in one piece as it is', () => expect(textOf(firstPart(bytes('pixels'), 'application/octet-stream').part)).toBe('pixels'))
  const cut = { 'no head': '--b-1\r\nContent-Type: x', 'no end': `--b-1\r\n${HEAD}\r\npixels`, 'nothing': '' }
  for (const [what, text] of Object.entries(cut)) it(`refuses one with ${what}`, () => expect(() => firstPart(bytes(text), TYPE)).toThrow(PictureError))
})
