/** Out of sight at once, and brought back if that was wrong: a note tells other archives why. */
import { Button, Group, Radio } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import { studyRejectionTitles, type StudyRejectionTitle } from '../../contract.ts'
import { useRejectStudy } from './data.ts'
import { useStudyCardTexts } from './texts/index.ts'

export function Rejection({ studyId }: { readonly studyId: string }) {
  const t = useStudyCardTexts()
  const closeLabel = useFrameTexts()('close')
  const rejecting = useRejectStudy(studyId)
  const [isAsking, setAsking] = useState(false)
  const [title, setTitle] = useState<StudyRejectionTitle | null>(null)
  const close = (): void => {
    setAsking(false)
    setTitle(null)
    rejecting.reset()
  }
  const reject = (): void => {
    if (title === null) return
    rejecting.mutate(title, {
      onSuccess: () => {
        close()
        toast({ kind: 'done', closeLabel, text: t('rejected') })
      },
    })
  }
  return (
    <>
      <Button variant="default" leftSection={<IconEyeOff size={18} />} onClick={() => setAsking(true)}>{t('reject')}</Button>
      <Sheet opened={isAsking} onClose={close} title={t('rejectTitle')}>
        <div className="fj-stack">
          <p>{t('rejectText')}</p>
          <Radio.Group size="md" label={t('rejectWhy')} value={title} onChange={(value) => setTitle(studyRejectionTitles.find((each) => each === value) ?? null)}>
            <div className="fj-card-choices">{studyRejectionTitles.map((each) => <Radio size="md" key={each} value={each} label={t(`reject ${each}`)} />)}</div>
          </Radio.Group>
          {rejecting.error !== null && <Problem error={rejecting.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>{t('keep')}</Button>
            <Button color="red" leftSection={<IconEyeOff size={18} />} disabled={title === null} loading={rejecting.isPending} onClick={reject}>{t('rejectGo')}</Button>
          </Group>
        </div>
      </Sheet>
    </>
  )
}
