/** Through the stack by a thumb at the side; by keys and in words for those who do not see it. */
import { useViewerTexts } from './texts/index.ts'

interface SliceSliderProps {
  readonly at: number
  readonly count: number
  readonly onGo: (at: number) => void
}

export function SliceSlider({ at, count, onGo }: SliceSliderProps) {
  const t = useViewerTexts()
  return (
    <input
      type="range" className="fj-slices" min={0} max={count - 1} step={1} value={at}
      aria-label={t('slices')} aria-valuetext={t('sliceOf', { at: at + 1, count })} aria-orientation="vertical"
      onChange={({ currentTarget: { value } }) => onGo(Number(value))}
    />
  )
}
