/** What is known of a picture, in its corners; and where its sides point in the patient. */
import { useFormat } from '../../../platform/web/format.ts'
import { nameOf, textOf } from './core/elements.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import { windowOf } from './core/shade.ts'
import { Tags } from './core/tags.ts'
import { lettersOf, scaled, type Plane, type Vector } from './core/vectors.ts'
import type { Tile } from './core/workspace.ts'
import type { View } from './core/view.ts'
import type { Shown } from './shown.ts'
import { useViewerTexts } from './texts/index.ts'
import { useNumber, usePlaneName } from './words.ts'

interface CornerTextsProps {
  readonly tile: Tile
  readonly shown: Shown
  readonly frame: LoadedFrame
  /** Also who it is and when it was made. */
  readonly full: boolean
}

export function CornerTexts({ tile, shown, frame, full }: CornerTextsProps) {
  const t = useViewerTexts()
  const number = useNumber()
  const window = windowOf(frame, tile)
  const { image } = shown
  const plane = usePlaneName()(image)
  const digits = window.width < 10 ? 2 : 0
  return (
    <>
      {full && <PersonTexts shown={shown} />}
      <div className="fj-corner fj-corner-bs">
        {tile.cut !== 'stack' && <span>{plane}</span>}
        <span>{t('sliceOf', { at: shown.at + 1, count: shown.count })}</span>
        {full && image.thickness !== null && <span>{t('thickness', { size: number(image.thickness, 1) })}</span>}
        {image.isLossy && full && <span>{t('lossy')}</span>}
      </div>
      <div className="fj-corner fj-corner-be">
        {full && <span>{t('windowValues', { width: number(window.width, digits), center: number(window.center, digits) })}</span>}
        <span>{t('zoomValue', { zoom: number(tile.view.zoom * 100) })}</span>
      </div>
      {image.plane !== null && <Directions plane={image.plane} view={tile.view} />}
    </>
  )
}

function PersonTexts({ shown: { image } }: { readonly shown: Shown }) {
  const t = useViewerTexts()
  const format = useFormat()
  const { elements } = image
  const plane = usePlaneName()(image)
  const born = format.date(textOf(elements, Tags.PatientBirthDate), 'medium')
  const made = format.date(textOf(elements, Tags.AcquisitionDate) || textOf(elements, Tags.StudyDate), 'medium')
  return (
    <>
      <div className="fj-corner fj-corner-ts fj-name">
        <bdi>{nameOf(elements, Tags.PatientName)}</bdi>
        <bdi>{textOf(elements, Tags.PatientID)}</bdi>
        {born !== null && <bdi>{t('born', { date: born })}</bdi>}
      </div>
      <div className="fj-corner fj-corner-te">
        <bdi>{textOf(elements, Tags.InstitutionName)}</bdi>
        <bdi>{made}</bdi>
        <bdi>{[textOf(elements, Tags.Modality), plane].filter((word) => word !== null && word !== '').join(' · ')}</bdi>
      </div>
    </>
  )
}

/** R, L, A, P, H and F at the sides of the picture, as it is turned. PS3.3 §C.7.6.1.1.1. */
function Directions({ plane, view }: { readonly plane: Plane; readonly view: View }) {
  const { right, down } = asSeen(plane, view)
  const sides = { top: scaled(down, -1), right, bottom: down, left: scaled(right, -1) }
  return Object.entries(sides).map(([side, direction]) => (
    <span key={side} className={`fj-direction fj-direction-${side}`} aria-hidden="true">{lettersOf(direction)}</span>
  ))
}

function asSeen({ row, column }: Plane, { turn, mirrored }: View): { readonly right: Vector; readonly down: Vector } {
  const turns = { 0: [row, column], 90: [scaled(column, -1), row], 180: [scaled(row, -1), scaled(column, -1)], 270: [column, scaled(row, -1)] } as const
  const [right, down] = turns[turn]
  return { right: mirrored ? scaled(right, -1) : right, down }
}
