/** Windows by name: those that the hospital sent, and those of the field. */
import { Menu } from '@mantine/core'
import type { ImageFrame, Window } from './core/image.ts'
import { presetsFor } from './core/presets.ts'
import { useViewerTexts } from './texts/index.ts'
import { useNumber } from './words.ts'

interface WindowMenuProps {
  readonly image: ImageFrame
  /** Null: as the image asks for. */
  readonly current: Window | null
  /** Null: as the image asks for. */
  readonly onChoose: (window: Window | null) => void
}

export interface NamedChoice {
  readonly key: string
  readonly name: string
  readonly window: Window | null
  readonly isChosen: boolean
}

export function useWindowChoices({ windows, unit }: Pick<ImageFrame, 'windows' | 'unit'>, current: Window | null): readonly NamedChoice[] {
  const t = useViewerTexts()
  const own = windows.slice(1)
  const choices = [
    { key: 'original', name: t('presetOriginal'), window: null },
    ...own.map(({ name, ...window }, n) =>
      ({ key: `image-${n}`, name: name === '' ? t('presetNumber', { number: n + 2 }) : name, window })),
    // What the hospital calls so is not there a second time.
    ...presetsFor(unit).filter(({ name }) => own.every((each) => lettersOf(each.name) !== lettersOf(name)))
      .map(({ name, center, width }) => ({ key: name, name: t(name), window: { center, width } })),
  ]
  return choices.map((choice) => ({ ...choice, isChosen: isSame(choice.window, current) }))
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

function isSame(a: Window | null, b: Window | null): boolean {
  return a?.center === b?.center && a?.width === b?.width
}

export function WindowChoices({ image, current, onChoose }: WindowMenuProps) {
  const number = useNumber()
  const choices = useWindowChoices(image, current)
  return choices.map(({ key, name, window, isChosen }) => (
    <Menu.Item key={key} onClick={() => onChoose(window)} aria-current={isChosen || undefined}
      rightSection={window === null ? null : <span className="fj-quiet fj-small">{number(window.width)} / {number(window.center)}</span>}>
      <bdi>{name}</bdi>
    </Menu.Item>
  ))
}
