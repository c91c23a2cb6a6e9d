/** Windows by name: those that the hospital sent, and those of the field. */
import { Menu } from '@mantine/core'
import type { ImageFrame, Window } from './core/image.ts'
import { presetsFor } from './core/presets.ts'
import { useViewerTexts } from './texts/index.ts'
import { useNumber } from './words.ts'

interface WindowMenuProps {
  readonly image: ImageFrame
  /** Null: as the image asks for. */
  readonly onChoose: (window: Window | null) => void
}

export interface NamedChoice {
  readonly key: string
  readonly name: string
  readonly window: Window | null
}

export function useWindowChoices({ windows, unit }: Pick<ImageFrame, 'windows' | 'unit'>): readonly NamedChoice[] {
  const t = useViewerTexts()
  return [
    { key: 'original', name: t('presetOriginal'), window: null },
    ...windows.slice(1).map(({ name, ...window }, n) =>
      ({ key: `image-${n}`, name: name === '' ? t('presetNumber', { number: n + 2 }) : name, window })),
    ...presetsFor(unit).map(({ name, center, width }) => ({ key: name, name: t(name), window: { center, width } })),
  ]
}

export function WindowChoices({ image, onChoose }: WindowMenuProps) {
  const number = useNumber()
  const choices = useWindowChoices(image)
  return choices.map(({ key, name, window }) => (
    <Menu.Item key={key} onClick={() => onChoose(window)}
      rightSection={window === null ? null : <span className="fj-quiet fj-small">{number(window.width)} / {number(window.center)}</span>}>
      <bdi>{name}</bdi>
    </Menu.Item>
  ))
}
