/**
 * The demo hospital's book: who was examined, when, by whom, and what the picture shows.
 *
 * @module
 */
import { PATIENTS, type Patient } from './patients.ts'
import type { ChestOptions } from './pictures/chest-film.ts'

export type Examination =
  | { readonly kind: 'ct-thorax' }
  | { readonly kind: 'mr-brain' }
  | { readonly kind: 'echo' }
  | { readonly kind: 'chest'; readonly chest: ChestOptions; readonly photometric: 'MONOCHROME1' | 'MONOCHROME2' }
  | { readonly kind: 'hand' }

export interface Report {
  readonly radiologist: string
  readonly indication: string
  readonly technique: string
  readonly findings: readonly string[]
  readonly impression: readonly string[]
}

export interface Exam {
  readonly patient: Patient
  readonly accessionNumber: string
  /** DA and TM. */
  readonly date: string
  readonly time: string
  readonly description: string
  readonly referrer: string
  readonly institution: string
  readonly examination: Examination
  readonly report?: Report
}

const HOSPITAL = 'Filmjacket Demo Hospital'
const CLINIC = 'Riverside Imaging'
const ordinary = { woman: true, heart: 1, pneumonia: 0 }

export const EXAMS: readonly Exam[] = [
  {
    patient: PATIENTS.anna, accessionNumber: 'A19051402', date: '20190514', time: '091532',
    description: 'Chest X-ray PA', referrer: 'Okafor^Ngozi^^Dr.', institution: CLINIC,
    examination: { kind: 'chest', chest: ordinary, photometric: 'MONOCHROME1' },
  },
  {
    patient: PATIENTS.anna, accessionNumber: 'A21110317', date: '20211103', time: '141005',
    description: 'MR Brain without contrast', referrer: 'Lindqvist^Per^^Dr.', institution: HOSPITAL,
    examination: { kind: 'mr-brain' },
  },
  {
    patient: PATIENTS.anna, accessionNumber: 'A23022008', date: '20230220', time: '104410',
    description: 'Echocardiography, transthoracic', referrer: 'Okafor^Ngozi^^Dr.', institution: HOSPITAL,
    examination: { kind: 'echo' },
  },
  {
    patient: PATIENTS.anna, accessionNumber: 'A24091711', date: '20240917', time: '081745',
    description: 'CT Chest with contrast', referrer: 'Okafor^Ngozi^^Dr.', institution: HOSPITAL,
    examination: { kind: 'ct-thorax' },
    report: {
      radiologist: 'Dr. M. Castellanos',
      indication: 'Dry cough for six weeks. Former smoker, 8 pack years. No fever.',
      technique: 'Helical CT of the chest after 70 ml of contrast agent, arterial phase. Slices of 5 mm.',
      findings: [
        'Round solid nodule of 8 mm in the right upper lobe (image 18). No calcification. No further nodules.',
        'Lungs otherwise clear. No effusion, no pneumothorax. Central airways open.',
        'Heart of normal size. Thoracic aorta and pulmonary arteries of normal width, no filling defect.',
        'No enlarged mediastinal, hilar or axillary lymph nodes.',
        'Upper abdomen, as far as shown, without finding. No destructive bone lesion.',
      ],
      impression: [
        'Solitary pulmonary nodule of 8 mm, right upper lobe. Follow-up by CT in 6 to 12 months is advised.',
        'No sign of infection or of pulmonary embolism.',
      ],
    },
  },
  {
    patient: PATIENTS.anna, accessionNumber: 'A25100604', date: '20251006', time: '160251',
    description: 'Chest X-ray PA', referrer: 'Okafor^Ngozi^^Dr.', institution: CLINIC,
    examination: { kind: 'chest', chest: { ...ordinary, heart: 1.04 }, photometric: 'MONOCHROME2' },
  },
  {
    patient: PATIENTS.ben, accessionNumber: 'A22070921', date: '20220709', time: '193320',
    description: 'X-ray left hand PA', referrer: 'Haddad^Samir^^Dr.', institution: HOSPITAL,
    examination: { kind: 'hand' },
    report: {
      radiologist: 'Dr. J. Whitfield',
      indication: 'Fell on the outstretched hand while playing football. Pain at the base of the thumb.',
      technique: 'Left hand, posteroanterior projection.',
      findings: [
        'No fracture line, no step in the cortex. Joint spaces even and of normal width.',
        'Carpal bones in regular rows. Soft tissues without swelling or foreign body.',
      ],
      impression: ['No sign of a fracture. If pain persists, a scaphoid series in 10 days is advised.'],
    },
  },
  {
    patient: PATIENTS.ben, accessionNumber: 'A25032709', date: '20250327', time: '112018',
    description: 'MR Brain without contrast', referrer: 'Lindqvist^Per^^Dr.', institution: HOSPITAL,
    examination: { kind: 'mr-brain' },
  },
  {
    patient: PATIENTS.accents, accessionNumber: 'A24042205', date: '20240422', time: '083012',
    description: 'Röntgen Hand links', referrer: 'Müller^Jürgen^^Dr.', institution: CLINIC,
    examination: { kind: 'hand' },
  },
  {
    patient: PATIENTS.cyrillic, accessionNumber: 'A25011503', date: '20250115', time: '124400',
    description: 'Рентгенография грудной клетки', referrer: 'Волков^Илья^^', institution: HOSPITAL,
    examination: { kind: 'chest', chest: { woman: true, heart: 1.08, pneumonia: 0.8 }, photometric: 'MONOCHROME2' },
  },
  {
    patient: PATIENTS.long, accessionNumber: 'A23120130', date: '20231201', time: '101501',
    description: 'X-ray left hand PA', referrer: 'Haddad^Samir^^Dr.', institution: HOSPITAL,
    examination: { kind: 'hand' },
  },
  {
    patient: PATIENTS.rightToLeft, accessionNumber: 'A25061814', date: '20250618', time: '150922',
    description: 'Echocardiography, transthoracic', referrer: 'Okafor^Ngozi^^Dr.', institution: HOSPITAL,
    examination: { kind: 'echo' },
  },
]
