/** A film: played where the browser knows its kind, else to keep. PS3.5 §A.4.5 to §A.4.8 (MPEG-2, MPEG-4 AVC, HEVC). */
import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFileDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { bulkOf, textOf, type Elements } from './core/elements.ts'
import { isPlayable } from './core/film.ts'
import { PictureError } from './core/pixels.ts'
import { Tags } from './core/tags.ts'
import { OF_SOURCE, useHost } from './host.ts'
import { useViewerTexts } from './texts/index.ts'
import { TroubleWord, Waiting, Word } from './tile-words.tsx'
import { useObjectUrl } from './use-object-url.ts'

export function FilmView({ films }: { readonly films: readonly Elements[] }) {
  const t = useViewerTexts()
  const [at, setAt] = useState(0)
  const film = films[at]
  return (
    <div className="fj-document">
      {films.length > 1 && (
        <div className="fj-document-bar">
          <NativeSelect aria-label={t('film')} value={`${at}`} onChange={({ currentTarget: { value } }) => setAt(Number(value))}
            data={films.map((_, n) => ({ value: `${n}`, label: t('filmOf', { at: n + 1, count: films.length }) }))} />
        </div>
      )}
      {film !== undefined && <Film key={at} film={film} />}
    </div>
  )
}

function Film({ film }: { readonly film: Elements }) {
  const t = useViewerTexts()
  const { source } = useHost()
  const [failed, setFailed] = useState(false)
  const { data: bytes, error, refetch } = useQuery({
    queryKey: ['viewer-film', textOf(film, Tags.SOPInstanceUID)], gcTime: 0, ...OF_SOURCE,
    queryFn: () => {
      const { uri } = bulkOf(film, Tags.PixelData)
      if (uri === null) throw new PictureError('absent', 'film without content')
      return source.bulk(uri)
    },
  })
  const plays = bytes !== undefined && isPlayable(bytes) && !failed
  const url = useObjectUrl(bytes, plays ? 'video/mp4' : 'application/octet-stream')
  if (error !== null) return <TroubleWord error={error} onRetry={() => void refetch()} />
  if (url === null) return <Waiting />
  const save = (
    <Button component="a" href={url} download={plays ? 'film.mp4' : 'film.mpg'} variant="default" leftSection={<IconFileDownload size={18} />}>
      {t('filmSave')}
    </Button>
  )
  if (!plays) return <Word text={t('videoHint')}>{save}</Word>
  return (
    <>
      {/* A film of an examination has no spoken words to be written below it. */}
      <video className="fj-film-player" src={url} controls muted loop playsInline aria-label={t('film')} onError={() => setFailed(true)} />
      <div className="fj-document-bar">{save}</div>
    </>
  )
}
