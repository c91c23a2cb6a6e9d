import { Button } from '@mantine/core'
import { IconCheck, IconCircleOff, IconClockX, IconLock, type Icon } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { StateTag, toast, type NoticeProps } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { CodeState, CodeView } from '../contract.ts'
import { useEndCode, useUnlock } from './data.ts'
import { readableName } from './readable-name.ts'
import { useGrantsTexts } from './texts/index.ts'

const SIGNS: Readonly<Record<CodeState, { readonly tone: NoticeProps['tone']; readonly icon: Icon }>> = {
  open: { tone: 'good', icon: IconCheck }, locked: { tone: 'bad', icon: IconLock },
  ended: { tone: 'plain', icon: IconCircleOff }, over: { tone: 'plain', icon: IconClockX },
}

export function CodeCards({ codes, named = false }: { readonly codes: readonly CodeView[]; readonly named?: boolean }) {
  return <ul className="fj-cards">{codes.map((code) => <CodeCard key={code.id} code={code} named={named} />)}</ul>
}

function CodeCard({ code, named }: { readonly code: CodeView; readonly named: boolean }) {
  const t = useGrantsTexts()
  const format = useFormat()
  const { state, patient, exams, madeBy, createdAt, opensAt, until, usedAt } = code
  const times = [
    t('codeMade', { when: format.day(createdAt), name: madeBy }),
    opensAt > createdAt ? t('codeOpens', { when: format.instant(opensAt) }) : '',
    t('codeUntil', { when: format.day(until) }),
    usedAt === null ? t('codeUnused') : t('codeUsed', { when: format.instant(usedAt) }),
  ].filter((part) => part !== '')
  return (
    <li className="fj-card fj-holder">
      <div>
        <div className="fj-row">
          <StateTag {...SIGNS[state]}>{t(`code ${state}`)}</StateTag>
          {named && <><strong><bdi className="fj-name">{readableName(patient.name)}</bdi></strong><bdi className="fj-quiet fj-small fj-name">{patient.id}</bdi></>}
        </div>
        <p>{exams === null ? t('allExams') : t('someWithThis', { count: exams })}</p>
        <p className="fj-quiet fj-small">{times.join(' · ')}</p>
        {state === 'locked' && <p className="fj-small">{t('lockedWhy')}</p>}
      </div>
      <Actions code={code} />
    </li>
  )
}

function Actions({ code: { id, state, patient } }: { readonly code: CodeView }) {
  const t = useGrantsTexts()
  const closeLabel = useFrameTexts()('close')
  const [ending, unlocking] = [useEndCode(), useUnlock()]
  const name = readableName(patient.name)
  const said = (text: string) => ({
    onSuccess: () => toast({ kind: 'done', closeLabel, text }),
    onError: () => toast({ kind: 'failed', closeLabel, text: t('problem code-not-found') }),
  })
  if (state === 'ended' || state === 'over') return null
  return (
    <div className="fj-holder-actions">
      {state === 'locked' && (
        <Button loading={unlocking.isPending} onClick={() => unlocking.mutate(id, said(t('unlocked')))} aria-label={t('unlockWhat', { name })}>{t('unlock')}</Button>
      )}
      <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate(id, said(t('codeEnded')))} aria-label={t('endCodeWhat', { name })}>{t('end')}</Button>
    </div>
  )
}
