/** Which studies of the list are chosen, for what is done to many at once. */
import { useEffect, useRef, useState } from 'react'
import type { StudyRow } from '../../contract.ts'

export interface Selection {
  readonly chosen: readonly StudyRow[]
  readonly has: (id: string) => boolean
  /** @param isRange - with all between it and the one that was touched before, as Shift does. */
  readonly toggle: (index: number, isRange: boolean) => void
  readonly all: (isOn: boolean) => void
}

/** @param of - another search begins with none chosen. */
export function useSelection(studies: readonly StudyRow[], of: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const last = useRef(0)
  useEffect(() => setIds(new Set()), [of])
  return {
    chosen: studies.filter(({ id }) => ids.has(id)),
    has: (id) => ids.has(id),
    toggle(index, isRange) {
      const isOn = !ids.has(studies[index]?.id ?? '')
      setIds(withThese(ids, between(studies, isRange ? last.current : index, index), isOn))
      last.current = index
    },
    all: (isOn) => setIds(isOn ? new Set(studies.map(({ id }) => id)) : new Set()),
  }
}

/** Both included, whichever comes first. */
export function between<T>(all: readonly T[], one: number, other: number): readonly T[] {
  return all.slice(Math.min(one, other), Math.max(one, other) + 1)
}

function withThese(ids: ReadonlySet<string>, studies: readonly StudyRow[], isOn: boolean): ReadonlySet<string> {
  const these = studies.map(({ id }) => id)
  return isOn ? new Set([...ids, ...these]) : new Set([...ids].filter((id) => !these.includes(id)))
}
