/** `/fetch#CODE`: a person with a printout and no account. The fragment is never sent to a server. POR-26, POR-41. */
import { Button, TextInput } from '@mantine/core'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { IconClockHour4, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Door, Notice, Problem, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useSite } from '../../../platform/web/site.ts'
import { birthDateOf } from './birth-date.ts'
import { BirthDateField, NO_BIRTH_DATE } from './birth-date-field.tsx'
import { codeTyped, isWhole } from './code-typed.ts'
import { useFetchByCode } from './data.ts'
import { useGrantsTexts } from './texts/index.ts'
import './grants.css'

export function FetchPage() {
  const t = useGrantsTexts()
  useWindowTitle(t('fetchTitle'))
  return (
    <Door>
      <h1>{t('fetchTitle')}</h1>
      <p className="fj-quiet">{t('fetchLead')}</p>
      <FetchForm />
      <p className="fj-small fj-door-after"><Link to="/sign-in" className="fj-link">{t('fetchSignIn')}</Link></p>
    </Door>
  )
}

function FetchForm() {
  const t = useGrantsTexts()
  const navigate = useNavigate()
  const fetching = useFetchByCode()
  const [code, setCode] = useState(codeTyped(useLocation().hash))
  const [born, setBorn] = useState(NO_BIRTH_DATE)
  const [isSent, setSent] = useState(false)
  const birthDate = birthDateOf(born)
  const submit = () => {
    setSent(true)
    if (birthDate === null || !isWhole(code)) return
    fetching.mutate({ code, birthDate }, {
      onSuccess: ({ state }) => {
        if (state === 'open') void navigate({ to: '/exams', replace: true })
      },
    })
  }
  return (
    <form noValidate className="fj-stack" onSubmit={(event) => {
      event.preventDefault()
      submit()
    }}>
      <Said error={fetching.error} notYet={fetching.data?.state === 'not-yet' ? fetching.data.until : null} />
      <TextInput
        label={t('code')} description={t('fetchCodeHint')} value={code} autoComplete="off" autoCapitalize="characters" spellCheck={false}
        className="fj-code-field" error={isSent && !isWhole(code) ? t('fetchCodeBad') : null}
        onChange={({ currentTarget }) => setCode(codeTyped(currentTarget.value))}
      />
      <BirthDateField value={born} onChange={setBorn} autoComplete error={isSent && birthDate === null ? t('birthDateBad') : null} />
      <Button type="submit" fullWidth loading={fetching.isPending}>{t(fetching.data?.state === 'not-yet' ? 'tryAgain' : 'fetchButton')}</Button>
    </form>
  )
}

function Said({ error, notYet }: { readonly error: Error | null; readonly notYet: string | null }) {
  const t = useGrantsTexts()
  const format = useFormat()
  const helpDesk = useSite()?.helpDesk ?? null
  if (notYet !== null) {
    return (
      <Notice tone="wait" icon={IconClockHour4} role="status">
        <strong>{t('notYetTitle')}</strong>
        <p>{t('notYet')}</p>
        <p>{t('notYetUntil', { when: format.day(notYet) })}</p>
      </Notice>
    )
  }
  if (hasCode(error, 'access-code-locked')) {
    return (
      <Notice tone="bad" icon={IconLock} role="alert">
        <strong>{t('lockedTitle')}</strong>
        <p>{t('locked')}</p>
        {helpDesk !== null && <p>{helpDesk}</p>}
      </Notice>
    )
  }
  return error === null ? null : <Problem error={error} />
}
