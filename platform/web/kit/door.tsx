/** The page before the house: one form, and beside it, where there is room, the light box. */
import type { ReactNode } from 'react'
import { useSite } from '../site.ts'
import { Announcer } from './announcer.tsx'
import { LanguageChoice } from './choices.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import { HelpDesk } from './help-desk.tsx'
import { LightBox } from './light-box.tsx'
import { Wordmark } from './mark.tsx'

export function Door({ children }: { readonly children: ReactNode }) {
  const site = useSite()
  return (
    <div className="fj-frame">
      <DemoRibbon />
      <div className="fj-door">
        <main className="fj-door-side">
          <div className="fj-door-top"><Wordmark /><LanguageChoice plain /></div>
          <div className="fj-door-form">
            {site !== undefined && site.name !== 'Filmjacket' && <p className="fj-site">{site.name}</p>}
            {children}
          </div>
          <div className="fj-door-foot"><HelpDesk /></div>
        </main>
        <LightBox />
      </div>
      <Announcer />
    </div>
  )
}
