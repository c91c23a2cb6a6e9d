/**
 * What exams are called for patients (HL7-08): a site's own list from the words of its machines to words that people know.
 *
 * @module
 */
import type { Settings, TextSetting } from '../../platform/server/settings/index.ts'

export const FRIENDLY: TextSetting = {
  kind: 'text', key: 'ExamFriendlyDescriptions', default: '', maxLength: 20_000,
  purpose: {
    en: 'What exams are called for patients and in file names, one on a line: "CT THORAX W = CT scan of the chest". Case and double spaces do not count.',
    nl: 'Hoe onderzoeken voor patiënten en in bestandsnamen heten, een per regel: "CT THORAX W = CT-scan van de borst". Hoofdletters en dubbele spaties tellen niet.',
    fr: 'Nom des examens pour les patients et dans les noms de fichiers, un par ligne : « CT THORAX W = Scanner du thorax ». Majuscules et espaces doubles ne comptent pas.',
  },
}

/** The description as it came, where the site has no other. */
export function friendlyDescription(settings: Settings, description: string): string {
  const wanted = plain(description)
  if (wanted === '') return description
  for (const line of settings.value(FRIENDLY).split('\n')) {
    const at = line.indexOf('=')
    const friendly = line.slice(at + 1).trim()
    if (at > 0 && friendly !== '' && plain(line.slice(0, at)) === wanted) return friendly
  }
  return description
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}
