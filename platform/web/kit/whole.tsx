/** Instead of the frame, around a page that fills the window. */
import { Announcer } from './announcer.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import type { FrameProps } from './frame.tsx'
import { useMarkPrivate } from './private-view.tsx'

export function Whole({ children }: FrameProps) {
  useMarkPrivate()
  return (
    <div className="fj-whole">
      <DemoRibbon />
      {children}
      <Announcer />
    </div>
  )
}
