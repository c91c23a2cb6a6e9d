import type { Language, Paragraph, Settings } from '../../platform/server/settings/index.ts'
import type { PortalTexts } from './contract.ts'
import * as texts from './paragraphs.ts'

/** What the pages say in one language, as this site wants it said. POR-23. */
export function portalTexts(settings: Settings, language: Language): PortalTexts {
  const plain = (paragraph: Paragraph) => settings.words(paragraph, language)
  const rich = (paragraph: Paragraph) => settings.content(paragraph, language).map((block) => ({ ...block, spans: [...block.spans] }))
  return {
    helpHeader: plain(texts.HELP_HEADER), help: rich(texts.HELP), helpLink: rich(texts.HELP_LINK),
    zip: plain(texts.TYPE_ZIP), iso: plain(texts.TYPE_ISO), consent: plain(texts.CONSENT),
    notify: plain(texts.NOTIFY), willBeNotified: plain(texts.WILL_BE_NOTIFIED),
    queueFull: rich(texts.QUEUE_FULL), downloadLimit: rich(texts.HOLD_FULL), inProgress: rich(texts.IN_PROGRESS),
    available: rich(texts.AVAILABLE), lastDownload: plain(texts.LAST_DOWNLOAD), toast: plain(texts.TOAST),
    fileMissing: plain(texts.FILE_MISSING), reportExplained: rich(texts.REPORT_EXPLAINED),
  }
}
