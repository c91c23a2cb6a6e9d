/** Searches that come back: kept in this browser, under names of their own. */
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { searchFrom, type Search } from './search.ts'
import { useStudyTexts } from './texts/index.ts'

interface Saved {
  readonly name: string
  readonly search: Search
}

interface SavedSearchesProps {
  readonly search: Search
  readonly onChoose: (search: Search) => void
}

const MOST = 20

export function SavedSearches({ search, onChoose }: SavedSearchesProps) {
  const t = useStudyTexts()
  const [saved, setSaved] = useLocalStorage<readonly Saved[]>({ key: 'filmjacket.studies.saved', defaultValue: [] })
  const [name, setName] = useState('')
  const keep = (): void => {
    const trimmed = name.trim()
    if (trimmed === '') return
    setSaved([...saved.filter((each) => each.name !== trimmed), { name: trimmed, search }].slice(-MOST))
    setName('')
  }
  return (
    <Menu position="bottom-end" shadow="lg" width={320} closeOnItemClick>
      <Menu.Target><Button variant="default" leftSection={<IconBookmark size={18} />}>{t('saved')}</Button></Menu.Target>
      <Menu.Dropdown>
        {saved.length === 0 && <Menu.Label>{t('nothingSaved')}</Menu.Label>}
        {saved.map((each) => (
          <div key={each.name} className="fj-saved">
            <Menu.Item onClick={() => onChoose(searchFrom(each.search))}>{each.name}</Menu.Item>
            <ActionIcon variant="subtle" size={44} aria-label={t('forget', { name: each.name })} onClick={() => setSaved(saved.filter((other) => other !== each))}>
              <IconTrash size={18} />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
        <form className="fj-saved-new" onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}>
          <TextInput label={t('saveSearch')} placeholder={t('savedAs')} value={name} maxLength={60} onKeyDown={(event) => event.stopPropagation()}
            onChange={({ currentTarget: { value } }) => setName(value)} />
          <Button type="submit" disabled={name.trim() === ''}>{t('save')}</Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  )
}
