/** The one step that leads from previews to images. */
import { Button, Loader, Progress } from '@mantine/core'
import { IconDisc, IconFiles, IconFolderOpen } from '@tabler/icons-react'
import { useDiscTexts } from './texts/index.ts'
import { knowsFolders, type Opening } from './use-opening.ts'

export function OpenPanel({ opening, hasPreviews }: { readonly opening: Opening; readonly hasPreviews: boolean }) {
  const t = useDiscTexts()
  const { progress, takeFolder, takeFiles } = opening
  return (
    <section className="fj-disc-open" aria-labelledby="open-title">
      <IconDisc size={40} stroke={1.3} aria-hidden="true" />
      <div className="fj-disc-open-words">
        <h2 id="open-title">{t('openTitle')}</h2>
        <p>{t(hasPreviews ? 'openWhy' : 'openWhyNothing')}</p>
        {progress === null
          ? (
            <>
              <div className="fj-row">
                <Button leftSection={<IconFolderOpen size={20} />} onClick={takeFolder}>{t(knowsFolders ? 'openFolder' : 'openFiles')}</Button>
                {knowsFolders && <Button variant="subtle" leftSection={<IconFiles size={20} />} onClick={takeFiles}>{t('openFiles')}</Button>}
              </div>
              <p className="fj-small">{t(knowsFolders ? 'openHow' : 'noWay')}</p>
            </>
          )
          : <Reading done={progress.done} count={progress.count} />}
      </div>
    </section>
  )
}

function Reading({ done, count }: { readonly done: number; readonly count: number }) {
  const t = useDiscTexts()
  return (
    <div className="fj-disc-reading" role="status">
      <span className="fj-row"><Loader size="xs" />{done === 0 ? t('readingFew') : t('reading', { done, count })}</span>
      <Progress value={count === 0 ? 0 : (100 * done) / count} aria-label={t('readingFew')} />
    </div>
  )
}
