/**
 * A slide under the microscope: the same picture at several sizes, each in tiles. PS3.3 §A.32.8 (VL Whole Slide
 * Microscopy), §C.8.12.4; §C.7.6.17.3 (TILED_FULL, TILED_SPARSE).
 *
 * @module
 */
import { itemsOf, numberOf, textOf, textsOf, type Elements } from '../elements.ts'
import { describeFrame, framesIn, type ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import { apply, inverse, type Box, type Matrix } from '../view.ts'

export interface SlideLevel {
  /** Of the whole picture, in pixels. */
  readonly columns: number
  readonly rows: number
  readonly tileColumns: number
  readonly tileRows: number
  /** Null where the scanner left the glass out. */
  readonly tileAt: (column: number, row: number) => ImageFrame | null
  /** Millimetres of the glass for a pixel's width; null where it is not said. */
  readonly mm: number | null
}

/** Kinds of Image Type, value 3, that are the slide itself. The label names the patient. */
const OF_SLIDE: readonly string[] = ['VOLUME', 'THUMBNAIL', '']
/** A matrix with more tiles is no slide that anybody scanned. */
const MOST_TILES = 4_000_000

/** The largest first; none where nothing of it can be laid out. */
export function levelsOf(headers: readonly Elements[]): readonly SlideLevel[] {
  const slides = headers.filter((header) => OF_SLIDE.includes(textsOf(header, Tags.ImageType)[2] ?? ''))
  const wholes = new Map<string, readonly Elements[]>()
  for (const header of slides) {
    const uid = textOf(header, Tags.ConcatenationUID) || textOf(header, Tags.SOPInstanceUID)
    wholes.set(uid, [...wholes.get(uid) ?? [], header])
  }
  return [...wholes.values()].flatMap((parts) => levelOf(parts) ?? []).toSorted((a, b) => b.columns - a.columns)
}

function levelOf(parts: readonly Elements[]): SlideLevel | null {
  const [first = {}] = parts
  const [columns, rows] = [numberOf(first, Tags.TotalPixelMatrixColumns) ?? 0, numberOf(first, Tags.TotalPixelMatrixRows) ?? 0]
  const sample = describeFrame(first, 1)
  if (sample === null || columns < 1 || rows < 1) return null
  const { columns: tileColumns, rows: tileRows } = sample.shape
  const across = Math.ceil(columns / tileColumns)
  if (across * Math.ceil(rows / tileRows) > MOST_TILES) return null
  const placeOf = isFull(first) ? (column: number, row: number) => row * across + column : sparsePlaces(parts, tileColumns, tileRows)
  const described = new Map<number, ImageFrame | null>()
  const tileAt = (column: number, row: number): ImageFrame | null => {
    const place = placeOf(column, row)
    if (place === null) return null
    const known = described.get(place)
    if (known !== undefined) return known
    const frame = frameAt(parts, place)
    described.set(place, frame)
    return frame
  }
  return { columns, rows, tileColumns, tileRows, tileAt, mm: sample.spacing?.column ?? null }
}

/** Without a word and without places, the tiles follow one another. */
function isFull(header: Elements): boolean {
  const type = textOf(header, Tags.DimensionOrganizationType)
  return type === 'TILED_FULL' || (type === '' && itemsOf(header, Tags.PerFrameFunctionalGroupsSequence).length === 0)
}

/** Of the first optical path, at the first focal depth. */
function sparsePlaces(parts: readonly Elements[], tileColumns: number, tileRows: number): (column: number, row: number) => number | null {
  const places = new Map<string, number>()
  for (const part of parts) {
    for (const [n, group] of itemsOf(part, Tags.PerFrameFunctionalGroupsSequence).entries()) {
      const position = itemsOf(group, Tags.PlanePositionSlideSequence)[0] ?? {}
      const x = ((numberOf(position, Tags.ColumnPositionInTotalImagePixelMatrix) ?? 0) - 1) / tileColumns
      const y = ((numberOf(position, Tags.RowPositionInTotalImagePixelMatrix) ?? 0) - 1) / tileRows
      const key = `${x}/${y}`
      if (Number.isInteger(x) && Number.isInteger(y) && !places.has(key)) places.set(key, offsetOf(part) + n)
    }
  }
  return (column, row) => places.get(`${column}/${row}`) ?? null
}

function offsetOf(part: Elements): number {
  return numberOf(part, Tags.ConcatenationFrameOffsetNumber) ?? 0
}

/** @param place - from 0, among the frames of all parts. */
function frameAt(parts: readonly Elements[], place: number): ImageFrame | null {
  const part = parts.find((each) => place >= offsetOf(each) && place < offsetOf(each) + framesIn(each))
  return part === undefined ? null : describeFrame(part, place - offsetOf(part) + 1)
}

/** The smallest level that is as fine as the screen. @param scale - pixels of the screen for one of the largest level. */
export function levelFor(levels: readonly SlideLevel[], scale: number): SlideLevel | null {
  const [base] = levels
  if (base === undefined) return null
  return levels.findLast(({ columns }) => columns / base.columns >= scale * 0.9) ?? base
}

export interface PlacedTile {
  readonly frame: ImageFrame
  /** In pixels of the largest level. */
  readonly x: number
  readonly y: number
  /** Of its pixels in those of the largest level. */
  readonly scale: number
}

/** Tiles of a level that are in sight, those in the middle first. */
export function tilesInSight(level: SlideLevel, base: SlideLevel, matrix: Matrix, box: Box): readonly PlacedTile[] {
  const scale = base.columns / level.columns
  const back = inverse(matrix)
  const corners = [{ x: 0, y: 0 }, { x: box.width, y: box.height }, { x: box.width, y: 0 }, { x: 0, y: box.height }].map((corner) => apply(back, corner))
  const [width, height] = [level.tileColumns * scale, level.tileRows * scale]
  const range = (values: readonly number[], size: number, count: number): readonly number[] => {
    const [from, to] = [Math.max(0, Math.floor(Math.min(...values) / size)), Math.min(count - 1, Math.floor(Math.max(...values) / size))]
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
  }
  const columns = range(corners.map(({ x }) => x), width, Math.ceil(level.columns / level.tileColumns))
  const rows = range(corners.map(({ y }) => y), height, Math.ceil(level.rows / level.tileRows))
  const middle = apply(back, { x: box.width / 2, y: box.height / 2 })
  const away = ({ x, y }: PlacedTile): number => Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y)
  return rows.flatMap((row) => columns.flatMap((column): readonly PlacedTile[] => {
    const frame = level.tileAt(column, row)
    return frame === null ? [] : [{ frame, x: column * width, y: row * height, scale }]
  })).toSorted((a, b) => away(a) - away(b))
}
