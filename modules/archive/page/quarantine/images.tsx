import { Button } from '@mantine/core'
import { IconDownload, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Sheet } from '../../../../platform/web/kit/index.ts'
import type { HeldInstance } from '../../contract.ts'
import { fileUrl } from './data.ts'
import { HeaderView } from './header-view.tsx'
import { useQuarantineTexts } from './texts/index.ts'

interface ImagesProps {
  readonly images: readonly HeldInstance[]
  readonly count: number
  /** Something of the same UID is here, to compare with. */
  readonly hasHere: boolean
}

export function Images({ images, count, hasHere }: ImagesProps) {
  const t = useQuarantineTexts()
  const { bytes } = useFormat()
  const [shown, setShown] = useState<HeldInstance | null>(null)
  return (
    <section className="fj-card fj-card-body" aria-labelledby="held-images">
      <h2 id="held-images">{t('imagesTitle')}</h2>
      {count > images.length && <p className="fj-quiet fj-small">{t('firstImages', { count: images.length })}</p>}
      <ol className="fj-held-images">
        {images.map((image, at) => (
          <li key={image.id}>
            <div className="fj-held-image">
              <bdi className="fj-mono fj-small">{image.instanceUid === '' ? t('none') : image.instanceUid}</bdi>
              <div className="fj-quiet fj-small">{bytes(image.bytes)} · {t('arrivals', { count: image.arrivals })}</div>
            </div>
            <div className="fj-held-image-acts">
              <Button
                variant="default" leftSection={<IconListDetails size={18} />} disabled={image.state === 'discarded'}
                aria-label={t('headerWhat', { number: at + 1 })} onClick={() => setShown(image)}
              >
                {t('header')}
              </Button>
              {image.state !== 'discarded' && (
                <Button
                  component="a" href={fileUrl(image.id)} download variant="default" leftSection={<IconDownload size={18} />}
                  aria-label={t('downloadWhat', { number: at + 1 })}
                >
                  {t('download')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Sheet opened={shown !== null} onClose={() => setShown(null)} title={t('headerTitle')}>
        {shown !== null && <HeaderView imageId={shown.id} hasHere={hasHere} />}
      </Sheet>
    </section>
  )
}
