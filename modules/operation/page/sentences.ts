/** What is said of each part, in the reader's language. */
import { useFormat, type Format } from '../../../platform/web/format.ts'
import type { Translate } from '../../../platform/web/define-texts.ts'
import type { OverviewView } from '../contract.ts'
import type { en } from './texts/en.ts'
import { useOperationTexts } from './texts/index.ts'

/** What has a health of its own. */
export type PartName = Exclude<keyof OverviewView, 'version' | 'startedAt' | 'health'>

type Texts = Translate<typeof en>
/** What is null is left out. */
type Say = (overview: OverviewView, t: Texts, format: Format) => readonly (string | null)[]

/** Of none nothing is said. */
const counted = (count: number, say: (given: { readonly count: number }) => string): string | null => (count === 0 ? null : say({ count }))

const says: Readonly<Record<PartName, Say>> = {
  database: ({ database: { ms } }, t) => [t('databaseAnswers', { ms })],
  disk: ({ disk: { freeBytes, totalBytes } }, t, { bytes }) =>
    [freeBytes === null || totalBytes === null ? t('diskUnknown') : t('diskFree', { free: bytes(freeBytes), total: bytes(totalBytes) })],
  store: ({ store }, t) => [t(store?.isAway === true ? 'storeAway' : 'storeWorks')],
  files({ files: { damaged, isChecked, lastWholeAt } }, t, { instant }) {
    if (damaged > 0) return [t('filesDamaged', { count: damaged })]
    if (!isChecked) return [t('filesUnchecked')]
    return [lastWholeAt === null ? t('filesSoundSoFar') : t('filesSound', { when: instant(lastWholeAt) })]
  },
  quarantine: ({ quarantine: { images, isFull } }, t) =>
    [images === 0 ? t('quarantineEmpty') : t('quarantineWaits', { count: images }), isFull ? t('quarantineFull') : null],
  jobs({ jobs: { waiting, planned, running, failing, givenUp, isLate, dueSince } }, t, { instant }) {
    const isIdle = waiting + planned + running + failing + givenUp === 0
    return [
      isIdle ? t('jobsIdle') : t('jobsWork', { waiting, planned, running }),
      counted(failing, (given) => t('jobsFailing', given)), counted(givenUp, (given) => t('jobsGivenUp', given)),
      isLate && dueSince !== null ? t('jobsLate', { when: instant(dueSince) }) : null,
    ]
  },
  messages: ({ messages: { isOn, waiting, failing } }, t) => [
    waiting + failing > 0 ? null : t(isOn ? 'messagesSent' : 'messagesOff'),
    counted(waiting, (given) => t('messagesWait', given)), counted(failing, (given) => t('messagesFail', given)),
  ],
  transfers: ({ transfers: { failed, open } }, t) => [
    failed === 0 ? t('transfersGood') : t('transfersFailed', { count: failed }), counted(open, (given) => t('transfersOpen', given)),
  ],
  devices: ({ devices: { known, unanswering, quiet } }, t) => [
    t('devicesKnown', { count: known }), counted(unanswering, (given) => t('devicesSilent', given)), counted(quiet, (given) => t('devicesQuiet', given)),
  ],
  log: ({ log: { errors } }, t) => [errors === 0 ? t('logGood') : t('logErrors', { count: errors })],
}

export function useSentences(overview: OverviewView): (part: PartName) => readonly string[] {
  const t = useOperationTexts()
  const format = useFormat()
  return (part) => says[part](overview, t, format).filter((sentence) => sentence !== null)
}
