/** The picture as it is seen, with its measurements, to keep or to print. */

/** @param tile - the element that holds its canvas and its drawing. */
export async function pictureOf(tile: HTMLElement | null): Promise<Blob | null> {
  const canvas = tile?.querySelector('canvas') ?? null
  if (tile === null || canvas === null) return null
  const { width, height } = canvas
  const sheet = Object.assign(document.createElement('canvas'), { width, height })
  const context = sheet.getContext('2d')
  if (context === null) return null
  context.fillStyle = getComputedStyle(tile).backgroundColor
  context.fillRect(0, 0, width, height)
  context.drawImage(canvas, 0, 0)
  const drawing = tile.querySelector('svg.fj-drawing')
  if (drawing !== null) context.drawImage(await imageOf(drawing), 0, 0, width, height)
  return blobOf(sheet)
}

export function blobOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

async function imageOf(drawing: Element): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
  await image.decode()
  return image
}

export function savePicture(picture: Blob, fileName: string): void {
  const url = URL.createObjectURL(picture)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
