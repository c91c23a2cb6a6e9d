/** How a picture of true size comes out on paper. In millimetres. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface OnPaper {
  readonly isWide: boolean
  readonly width: number
  /** 1 is true size; never more. */
  readonly scale: number
}

/** What A4 and Letter both have within margins of 8 mm, besides the words of the sheet. */
const UPRIGHT: Size = { width: 194, height: 215 }
const WIDE: Size = { width: 263, height: 160 }

/** On the sheet that it fits better; upright if it fits either. */
export function onPaper(size: Size): OnPaper {
  const [upright, wide] = [fitting(size, UPRIGHT), fitting(size, WIDE)]
  const scale = Math.max(upright, wide)
  return { isWide: wide > upright, width: size.width * scale, scale }
}

function fitting({ width, height }: Size, sheet: Size): number {
  return Math.min(1, sheet.width / width, sheet.height / height)
}
