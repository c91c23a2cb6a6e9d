/** Who is signed in; how the page looks and speaks; the way out. */
import { Button, Popover, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { leave, type Person } from '../session.ts'
import { useFrameTexts } from '../texts/index.ts'
import { LanguageChoice, SchemeChoice } from './choices.tsx'
import { HelpDesk } from './help-desk.tsx'
import { PrivateView } from './private-view.tsx'
import { Problem } from './problem.tsx'

export function PersonMenu({ person }: { readonly person: Person }) {
  const t = useFrameTexts()
  return (
    <Popover position="bottom-end" width={320} shadow="lg" radius="lg" trapFocus>
      <Popover.Target>
        <button type="button" className="fj-person" aria-label={t('yourMenu', { name: person.displayName })}>
          <span className="fj-initials" aria-hidden="true">{initials(person.displayName)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account')}>
        <Stack gap="md">
          <div>
            <div className="fj-person-name"><bdi className="fj-name">{person.displayName}</bdi></div>
            <div className="fj-quiet">{t(person.role)}{person.role !== 'visitor' && <> · <bdi className="fj-name">{person.username}</bdi></>}</div>
          </div>
          <SchemeChoice />
          <LanguageChoice />
          <PrivateView />
          <HelpDesk />
          <SignOut />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

export function SignOut() {
  const t = useFrameTexts()
  const queries = useQueryClient()
  const [error, setError] = useState<Error | null>(null)
  const signOut = () => {
    leave(queries).catch((reason: unknown) => setError(reason instanceof Error ? reason : new Error('unknown')))
  }
  return (
    <>
      {error !== null && <Problem error={error} />}
      <Button variant="default" leftSection={<IconLogout size={18} />} onClick={signOut}>{t('signOut')}</Button>
    </>
  )
}

/** Of "Family, Given": FG. */
function initials(name: string): string {
  const words = name.split(/[\s,^]+/).filter((word) => word !== '')
  return [words[0], words[1]].map((word = '') => word.slice(0, codeUnits(word))).join('').toLocaleUpperCase()
}

/** Of the first character: two where it lies beyond the Basic Multilingual Plane. */
function codeUnits(word: string): number {
  return (word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
}
