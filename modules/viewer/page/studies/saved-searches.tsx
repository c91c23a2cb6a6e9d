/** Searches that come back, under names of their own: opened, begun with, given as a link, renamed, removed. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconLink, IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useState, type SyntheticEvent } from 'react'
import { announce, Problem, RowsSkeleton, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { SavedSearch } from '../../contract.ts'
import { useChangeSearch, useDropSearch, useKeepSearch, useOwnList } from './own-data.ts'
import { useStudyTexts } from './texts/index.ts'
import type { View } from './view.ts'

interface SavedSearchesProps {
  /** What would be saved. */
  readonly view: View
  readonly onOpen: (saved: SavedSearch) => void
}

export function SavedSearches({ view, onOpen }: SavedSearchesProps) {
  const t = useStudyTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconBookmark size={18} />} aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('saved')}</Button>
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={t('savedTitle')}>
        <div className="fj-stack">
          <List onOpen={(saved) => {
            setOpen(false)
            onOpen(saved)
          }} />
          <Keep view={view} />
        </div>
      </Sheet>
    </>
  )
}

function List({ onOpen }: Pick<SavedSearchesProps, 'onOpen'>) {
  const t = useStudyTexts()
  const { data, error, refetch } = useOwnList()
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={44} /> : <Problem error={error} onRetry={() => void refetch()} />
  if (data.searches.length === 0) return <p className="fj-quiet">{t('nothingSaved')}</p>
  return <ul className="fj-saved-list">{data.searches.map((saved) => <Row key={saved.id} saved={saved} onOpen={onOpen} />)}</ul>
}

function Row({ saved, onOpen }: { readonly saved: SavedSearch } & Pick<SavedSearchesProps, 'onOpen'>) {
  const t = useStudyTexts()
  const { id, name, isStart } = saved
  const [isNaming, setNaming] = useState(false)
  const [changing, dropping] = [useChangeSearch(id), useDropSearch()]
  const error = changing.error ?? dropping.error
  const link = (): void => void navigator.clipboard.writeText(`${location.origin}/studies?saved=${id}`).then(() => announce(t('linkCopied')))
  return (
    <li>
      {isNaming
        ? <Rename name={name} onName={(next) => changing.mutate({ name: next }, { onSuccess: () => setNaming(false) })} />
        : (
          <div className="fj-saved">
            <Button variant="subtle" justify="flex-start" onClick={() => onOpen(saved)}><bdi>{name}</bdi></Button>
            <ActionIcon variant="subtle" size={44} aria-pressed={isStart} aria-label={t('beginWith', { name })} title={t('beginWithShort')} onClick={() => changing.mutate({ isStart: !isStart })}>
              {isStart ? <IconStarFilled size={18} /> : <IconStar size={18} />}
            </ActionIcon>
            <ActionIcon variant="subtle" size={44} aria-label={t('copyLink', { name })} title={t('copyLinkShort')} onClick={link}><IconLink size={18} /></ActionIcon>
            <ActionIcon variant="subtle" size={44} aria-label={t('rename', { name })} onClick={() => setNaming(true)}><IconPencil size={18} /></ActionIcon>
            <ActionIcon variant="subtle" size={44} aria-label={t('forget', { name })} onClick={() => dropping.mutate(saved)}><IconTrash size={18} /></ActionIcon>
          </div>
        )}
      {error !== null && <Problem error={error} />}
    </li>
  )
}

function Rename({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  const t = useStudyTexts()
  const [typed, setTyped] = useState(name)
  return (
    <form className="fj-saved" onSubmit={submitting(() => typed.trim() !== '' && onName(typed.trim()))}>
      <TextInput aria-label={t('savedAs')} value={typed} maxLength={60} autoFocus onChange={({ currentTarget: { value } }) => setTyped(value)} />
      <ActionIcon type="submit" variant="subtle" size={44} aria-label={t('save')} disabled={typed.trim() === ''}><IconCheck size={18} /></ActionIcon>
    </form>
  )
}

function Keep({ view: { search, columns } }: { readonly view: View }) {
  const t = useStudyTexts()
  const closeLabel = useFrameTexts()('close')
  const [name, setName] = useState('')
  const keeping = useKeepSearch()
  const keep = (): void => {
    if (name.trim() === '') return
    keeping.mutate({ name: name.trim(), search, columns: [...columns] }, {
      onSuccess: () => {
        setName('')
        toast({ kind: 'done', closeLabel, text: t('searchKept') })
      },
    })
  }
  return (
    <form className="fj-saved-new" onSubmit={submitting(keep)}>
      <TextInput label={t('saveSearch')} description={t('saveWhat')} placeholder={t('savedAs')} value={name} maxLength={60} autoComplete="off"
        onChange={({ currentTarget: { value } }) => setName(value)} />
      {keeping.error !== null && <Problem error={keeping.error} />}
      <Button type="submit" disabled={name.trim() === ''} loading={keeping.isPending}>{t('save')}</Button>
    </form>
  )
}

function submitting(act: () => unknown): (event: SyntheticEvent) => void {
  return (event) => {
    event.preventDefault()
    act()
  }
}
