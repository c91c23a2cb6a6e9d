/** What a page painted, and what the server's own package paints of the same file. */
import assert from 'node:assert/strict'
import { scanPart10, Tags } from '@filmjacket/dicom-data'
import { paintFrame, readFrame, type Window } from '@filmjacket/dicom-pixel'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Run in a page before its own scripts: keeps what was painted last, at the size of the image. */
export const KEEP_PAINTED = `
  const put = CanvasRenderingContext2D.prototype.putImageData
  CanvasRenderingContext2D.prototype.putImageData = function (data, ...place) {
    window.painted = data
    return put.call(this, data, ...place)
  }
`

/** Red, green and blue of what was painted last; empty before the first. */
export async function painted(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate<string>(`(() => {
    const { data } = window.painted ?? { data: [] }
    let text = ''
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at], data[at + 1], data[at + 2])
    return btoa(text)
  })()`)
  return Buffer.from(base64, 'base64')
}

/** A frame of a Part 10 file (from 0) in red, green and blue. */
export async function pictureIn(file: Buffer, index = 0, window?: Window): Promise<Buffer> {
  const scanner = scanPart10()
  scanner.push(file)
  const scan = scanner.end()
  const frame = (await readFrame(scan, index, (start, end) => Promise.resolve(file.subarray(start, end)))) ?? assert.fail('no frame')
  const picture = await paintFrame(scan.dataSet, scan.transferSyntax, frame, window === undefined ? {} : { window })
  if (picture.kind !== 'picture') return assert.fail(picture.reason)
  assert.equal(scan.dataSet.number(Tags.Columns), picture.width)
  const { bytes, channels } = picture
  return Buffer.from(channels === 3 ? bytes : Uint8Array.from({ length: bytes.length * 3 }, (_, n) => bytes[Math.floor(n / 3)] ?? 0))
}

/** @param most - by which a number may differ. */
export async function eventuallySame(page: Page, picture: Buffer, most = 0): Promise<void> {
  await expect.poll(async () => {
    const seen = await painted(page)
    if (seen.length !== picture.length) return `size ${seen.length}, not ${picture.length}`
    return seen.findIndex((value, n) => Math.abs(value - (picture[n] ?? 0)) > most)
  }, { timeout: 10_000 }).toBe(-1)
}
