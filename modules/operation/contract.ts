/**
 * What crosses the border of operation: how the installation is, its log, its jobs. For administrators. ADM-19, ADM-21.
 *
 * @module
 */
import Type, { type Static, type TSchema } from 'typebox'

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Time = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Text = Type.String()

// How it is.

/** `attention`: somebody should look at it, and nothing is lost so far. From the best to the worst. */
export const healths = ['good', 'attention', 'bad'] as const
export const Health = Type.Enum(healths)
export type Health = (typeof healths)[number]

/** From the most that is told to the least. */
export const levels = ['debug', 'info', 'warn', 'error'] as const
export const Level = Type.Enum(levels)
export type Level = (typeof levels)[number]

const judged = <T extends Record<string, TSchema>>(fields: T) => Type.Object({ health: Health, ...fields })

export const OverviewView = Type.Object({
  version: Text,
  startedAt: Time,
  /** The worst of all below. */
  health: Health,
  database: judged({ /** Until it answered. */ ms: Count }),
  /** Null: nobody knows. */
  disk: judged({ freeBytes: orNull(Count), totalBytes: orNull(Count) }),
  /** Null: there is no second store. */
  store: orNull(judged({ isAway: Type.Boolean() })),
  files: judged({ damaged: Count, lastWholeAt: orNull(Time), isChecked: Type.Boolean() }),
  quarantine: judged({ images: Count, isFull: Type.Boolean() }),
  jobs: judged({ waiting: Count, planned: Count, running: Count, failing: Count, givenUp: Count, /** The oldest that could run waits too long. */ isLate: Type.Boolean(), dueSince: orNull(Time) }),
  /** Mails and text messages; `isOn`: there is a mail server. */
  messages: judged({ isOn: Type.Boolean(), waiting: Count, failing: Count }),
  /** Those that failed in the last day. */
  transfers: judged({ open: Count, failed: Count }),
  devices: judged({ known: Count, unanswering: Count, quiet: Count }),
  /** Of the last day, or since the start. */
  log: judged({ errors: Count }),
})
export type OverviewView = Static<typeof OverviewView>

// The log.

export const spans = ['hour', 'day', 'week'] as const
/** The last one. */
export const Span = Type.Enum(spans)
export type Span = (typeof spans)[number]

const Place = Type.String({ pattern: '^[0-9]{1,12}\\.[0-9]{1,12}$' })

export const LogFilter = Type.Object({
  /** And what is worse; without it, everything. */
  level: Type.Optional(Level),
  /** Anywhere in the line, whatever the capitals. */
  text: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  within: Type.Optional(Span),
  /** Place of the line behind which to go on. */
  before: Type.Optional(Place),
}, { additionalProperties: false })
export type LogFilter = Static<typeof LogFilter>

export const LogLineView = Type.Object({
  /** Null: it will not be found again. */
  place: orNull(Place),
  at: Time,
  level: Level,
  message: Text,
  /** `key: value`. */
  details: Type.Array(Text),
})
export type LogLineView = Static<typeof LogLineView>

/** `until`: told so until then, and as usual after; null: this is the usual. */
export const Telling = Type.Object({ level: Level, until: orNull(Time) })
export type Telling = Static<typeof Telling>

/** Newest first. */
export const LogPage = Type.Object({ lines: Type.Array(LogLineView), next: orNull(Place), telling: Telling })
export type LogPage = Static<typeof LogPage>

/** For at most a day: nobody leaves it on by mistake. */
export const TELLING_MINUTES_MAX = 1_440
/** Null: as usual. */
export const TellingChange = Type.Object({
  telling: orNull(Type.Object({ level: Level, minutes: Type.Integer({ minimum: 1, maximum: TELLING_MINUTES_MAX }) })),
}, { additionalProperties: false })
export type TellingChange = Static<typeof TellingChange>

/** Whether a line has the level and the words that were asked for; a page asks it of each line that comes. */
export function fits({ level, message, details }: Pick<LogLineView, 'level' | 'message' | 'details'>, filter: LogFilter): boolean {
  if (levels.indexOf(level) < levels.indexOf(filter.level ?? 'debug')) return false
  const text = filter.text?.toLowerCase()
  return text === undefined || [message, ...details].some((part) => part.toLowerCase().includes(text))
}

// Jobs.

const JobId = Type.String({ pattern: '^[0-9]{1,18}$' })

export const JobsView = Type.Object({
  /** Only kinds of which some are not done. */
  kinds: Type.Array(Type.Object({ kind: Text, waiting: Count, planned: Count, running: Count, failing: Count, givenUp: Count })),
  /** Those that nobody will try again first; not more than a person reads. */
  failing: Type.Array(Type.Object({
    id: JobId, kind: Text, attempts: Count, maxAttempts: Count, isGivenUp: Type.Boolean(), createdAt: Time, runAt: Time, lastError: Text,
  })),
})
export type JobsView = Static<typeof JobsView>
export type FailingJobView = JobsView['failing'][number]

export const JobById = Type.Object({ id: JobId })
