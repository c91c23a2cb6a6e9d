/**
 * What exams are called for patients (HL7-08): a site's own list from the words of its machines to words that people know; else
 * what was ordered, as the worklist tells it.
 *
 * @module
 */
import type { Settings, TextSetting } from '../../platform/server/settings/index.ts'
import type { Archive, StudyOverview } from '../archive/index.ts'

export const FRIENDLY: TextSetting = {
  kind: 'text', key: 'ExamFriendlyDescriptions', default: '', maxLength: 20_000,
  purpose: {
    en: 'What exams are called for patients and in file names, one on a line: "CT THORAX W = CT scan of the chest". Case and double spaces do not count.',
    nl: 'Hoe onderzoeken voor patiënten en in bestandsnamen heten, een per regel: "CT THORAX W = CT-scan van de borst". Hoofdletters en dubbele spaties tellen niet.',
    fr: 'Nom des examens pour les patients et dans les noms de fichiers, un par ligne : « CT THORAX W = Scanner du thorax ». Majuscules et espaces doubles ne comptent pas.',
  },
}

/** Of an exam, or of an order. */
export interface Described {
  readonly description: string
  readonly accessionNumber: string
  readonly patientId: string
}

/** What was ordered under these Accession Numbers. */
export type Ordered = (accessionNumbers: readonly string[]) => Promise<readonly Described[]>

export interface Naming {
  /** What each is called. */
  of<Exam extends Described>(exams: readonly Exam[]): Promise<ReadonlyMap<Exam, string>>
  /** The same of one that is here. */
  ofStudy(study: Pick<StudyOverview, 'id' | 'description' | 'accessionNumber'>): Promise<string>
}

export interface NamingOptions {
  readonly settings: Settings
  readonly archive: Pick<Archive, 'patientOf'>
  readonly ordered: Ordered
}

export function createNaming({ settings, archive, ordered }: NamingOptions): Naming {
  async function namesOf<Exam extends Described>(exams: readonly Exam[]): Promise<ReadonlyMap<Exam, string>> {
    const numbers = exams.filter(({ description, accessionNumber }) => accessionNumber !== '' && listed(settings, description) === null)
    const orders = numbers.length === 0 ? [] : await ordered([...new Set(numbers.map(({ accessionNumber }) => accessionNumber))])
    return new Map(exams.map((exam) => [exam, listed(settings, exam.description) ?? asOrdered(settings, exam, orders) ?? exam.description]))
  }
  return {
    of: namesOf,
    async ofStudy(study) {
      const exam = { ...study, patientId: (await archive.patientOf(study.id))?.patientId ?? '' }
      return (await namesOf([exam])).get(exam) ?? study.description
    },
  }
}

/** Another house may give the same number: the patient must be the same too. */
function asOrdered(settings: Settings, exam: Described, orders: readonly Described[]): string | null {
  const order = orders.find(({ accessionNumber, patientId }) => accessionNumber === exam.accessionNumber && patientId === exam.patientId)
  const description = order?.description.trim() ?? ''
  return description === '' ? null : listed(settings, description) ?? description
}

/** Null: the site has no other words for it. */
function listed(settings: Settings, description: string): string | null {
  const wanted = plain(description)
  if (wanted === '') return null
  for (const line of settings.value(FRIENDLY).split('\n')) {
    const at = line.indexOf('=')
    const friendly = line.slice(at + 1).trim()
    if (at > 0 && friendly !== '' && plain(line.slice(0, at)) === wanted) return friendly
  }
  return null
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}
