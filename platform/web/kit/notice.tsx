/** A framed sentence. Its tone is told by an icon and words, never by colour alone. */
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface NoticeProps {
  readonly tone: 'good' | 'wait' | 'bad' | 'plain'
  readonly icon: Icon
  readonly role?: 'alert' | 'status'
  readonly children: ReactNode
}

export function Notice({ tone, icon: Sign, role, children }: NoticeProps) {
  return (
    <div className={`fj-notice fj-${tone}`} role={role}>
      <Sign size={22} aria-hidden="true" className="fj-notice-icon" />
      <div className="fj-notice-text">{children}</div>
    </div>
  )
}

/** A state in two words, with its icon. */
export function StateTag({ tone, icon: Sign, children }: Omit<NoticeProps, 'role'>) {
  return (
    <span className={`fj-tag fj-${tone}`}>
      <Sign size={16} aria-hidden="true" />
      {children}
    </span>
  )
}
