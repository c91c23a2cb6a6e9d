/** How much room there is. `kit.css` and `frame.css` turn at the same widths. */
import { useMediaQuery } from '@mantine/hooks'

/** A rail at the side, windows in the middle; below it one column, a bottom bar and sheets from below. */
const WIDE = '(min-width: 48em)'

/** Six columns beside the rail; below it each row is a card. */
const ROOM_FOR_TABLE = '(min-width: 64em)'

export function useWide(): boolean {
  return useMediaQuery(WIDE, true, { getInitialValueInEffect: false })
}

export function useRoomForTable(): boolean {
  return useMediaQuery(ROOM_FOR_TABLE, true, { getInitialValueInEffect: false })
}
