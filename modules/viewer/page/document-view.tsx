/** An encapsulated document: a PDF in its own frame where the browser can, else to open and to keep. PS3.3 §A.45. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconExternalLink, IconFileDownload } from '@tabler/icons-react'
import { useWide } from '../../../platform/web/kit/index.ts'
import { bulkOf, textOf, type Elements } from './core/elements.ts'
import type { PictureSource } from './core/picture-source.ts'
import { PictureError } from './core/pixels.ts'
import { Tags } from './core/tags.ts'
import { OF_SOURCE, useHost } from './host.ts'
import { useViewerTexts } from './texts/index.ts'
import { TroubleWord, Waiting } from './tile-words.tsx'
import { useObjectUrl } from './use-object-url.ts'

const PDF = 'application/pdf'

export function DocumentView({ elements }: { readonly elements: Elements }) {
  const t = useViewerTexts()
  const { source } = useHost()
  const { data: bytes, error, refetch } = useQuery({
    queryKey: ['viewer-document', textOf(elements, Tags.SOPInstanceUID)],
    queryFn: () => documentOf(source, elements), ...OF_SOURCE,
  })
  // Only a PDF is ever opened: a page from outside must not run as one of ours.
  const isPdf = textOf(elements, Tags.MIMETypeOfEncapsulatedDocument).toLowerCase() === PDF
  const url = useObjectUrl(bytes, isPdf ? PDF : 'application/octet-stream')
  const title = textOf(elements, Tags.DocumentTitle)
  if (error !== null) return <TroubleWord error={error} onRetry={() => void refetch()} />
  if (url === null) return <Waiting />
  return <Shown url={url} isPdf={isPdf} title={title === '' ? t('document') : title} />
}

function Shown({ url, isPdf, title }: { readonly url: string; readonly isPdf: boolean; readonly title: string }) {
  const t = useViewerTexts()
  const wide = useWide()
  const isInPlace = isPdf && wide && navigator.pdfViewerEnabled
  return (
    <div className="fj-document">
      <div className="fj-document-bar">
        <strong><bdi>{title}</bdi></strong>
        {isPdf && (
          <Button component="a" href={url} target="_blank" rel="noopener" variant="default" leftSection={<IconExternalLink size={18} />}>
            {t('documentOpen')}
          </Button>
        )}
        <Button component="a" href={url} download={isPdf ? 'document.pdf' : 'document'} variant="default" leftSection={<IconFileDownload size={18} />}>
          {t('documentSave')}
        </Button>
      </div>
      {isInPlace
        ? <iframe src={url} title={title} />
        : <p className="fj-tile-word">{t(isPdf ? 'documentHint' : 'documentKind')}</p>}
    </div>
  )
}

async function documentOf(source: PictureSource, elements: Elements): Promise<Uint8Array> {
  const { bytes, uri } = bulkOf(elements, Tags.EncapsulatedDocument)
  if (bytes !== null) return bytes
  if (uri === null) throw new PictureError('absent', 'document without content')
  return source.bulk(uri)
}
