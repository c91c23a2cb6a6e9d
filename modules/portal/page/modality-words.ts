/** Modalities (0008,0060), PS3.3 §C.7.3.1.1.1, as words for people who are not of the field. */

const WORDS = {
  CT: 'CT', MR: 'MR', US: 'US', IVUS: 'US', BDUS: 'US', CR: 'XR', DX: 'XR', RG: 'XR', DR: 'XR', MG: 'MG', PT: 'PT',
  NM: 'NM', ST: 'NM', XA: 'XA', RF: 'RF', ES: 'ES', XC: 'XC', OP: 'EYE', OPT: 'EYE', OCT: 'EYE', OPV: 'EYE',
  IO: 'DENTAL', PX: 'DENTAL', BMD: 'BMD', ECG: 'ECG', SM: 'SM', GM: 'SM', RTPLAN: 'RT', RTDOSE: 'RT', RTSTRUCT: 'RT',
  RTIMAGE: 'RT', DOC: 'DOC', SR: 'DOC',
} as const

export type ModalityWord = (typeof WORDS)[keyof typeof WORDS] | 'OTHER'

/** Objects about images, not images: they say nothing of what was done. */
const BESIDE = new Set(['PR', 'KO', 'SEG', 'REG', 'SR', 'DOC', 'PLAN', 'FID', 'RWV'])

/** Whether there is something to look at, as far as the modality tells. */
export function hasPictures(modality: string): boolean {
  return !BESIDE.has(modality)
}

export function wordOf(modality: string): ModalityWord {
  return isKnown(modality) ? WORDS[modality] : 'OTHER'
}

function isKnown(modality: string): modality is keyof typeof WORDS {
  return Object.hasOwn(WORDS, modality)
}

/** Each word once, in the order given; documents only where there is nothing else. */
export function wordsOf(modalities: readonly string[]): readonly ModalityWord[] {
  const pictures = modalities.filter(hasPictures)
  const words = (pictures.length > 0 ? pictures : modalities).map(wordOf)
  return [...new Set(words)]
}
