/** Texts of the printout for a patient, which a site may put in its own words. POR-25. */
import type { Paragraph, Place } from '../../platform/server/settings/index.ts'

const ADDRESS: Place = {
  meaning: { en: 'address of the page', nl: 'adres van de pagina', fr: 'adresse de la page' }, sample: 'https://images.example.org/fetch',
}

export const TITLE: Paragraph = {
  key: 'PatientPrintoutTitle', kind: 'plain', places: [],
  purpose: { en: 'Title of the printout.', nl: 'Titel van de afdruk.', fr: 'Titre de l’imprimé.' },
  default: { en: 'Your medical images, for you', nl: 'Uw medische beelden, voor u', fr: 'Vos images médicales, pour vous' },
}

export const LEAD: Paragraph = {
  key: 'PatientPrintoutLead', kind: 'plain', places: [],
  purpose: { en: 'What this page is for.', nl: 'Waar deze bladzijde voor dient.', fr: 'À quoi sert cette page.' },
  default: {
    en: 'With this page you can look at your images and keep them. You need no account.',
    nl: 'Met deze bladzijde kunt u uw beelden bekijken en bewaren. U hebt geen account nodig.',
    fr: 'Avec cette page, vous pouvez regarder vos images et les garder. Aucun compte n’est nécessaire.',
  },
}

export const STEP_1: Paragraph = {
  key: 'PatientPrintoutStep1', kind: 'plain', places: [ADDRESS],
  purpose: { en: 'First step: where to go.', nl: 'Eerste stap: waarheen.', fr: 'Première étape : où aller.' },
  default: {
    en: 'Open {0} on a computer or phone, or point the camera of your phone at the square.',
    nl: 'Open {0} op een computer of telefoon, of richt de camera van uw telefoon op het vierkant.',
    fr: 'Ouvrez {0} sur un ordinateur ou un téléphone, ou visez le carré avec l’appareil photo de votre téléphone.',
  },
}

export const STEP_2: Paragraph = {
  key: 'PatientPrintoutStep2', kind: 'plain', places: [],
  purpose: { en: 'Second step: code and birth date.', nl: 'Tweede stap: code en geboortedatum.', fr: 'Deuxième étape : code et date de naissance.' },
  default: {
    en: 'Type the access code below and your date of birth.',
    nl: 'Typ de toegangscode hieronder en uw geboortedatum.',
    fr: 'Tapez le code d’accès ci-dessous et votre date de naissance.',
  },
}

export const STEP_3: Paragraph = {
  key: 'PatientPrintoutStep3', kind: 'plain', places: [],
  purpose: { en: 'Third step: look, and take home.', nl: 'Derde stap: bekijken en meenemen.', fr: 'Troisième étape : regarder et emporter.' },
  default: {
    en: 'Look at your images, or take them home as a file for yourself or for another doctor.',
    nl: 'Bekijk uw beelden, of neem ze als bestand mee voor uzelf of voor een andere arts.',
    fr: 'Regardez vos images, ou emportez-les en fichier pour vous ou pour un autre médecin.',
  },
}

export const WAIT: Paragraph = {
  key: 'PatientPrintoutWait', kind: 'plain', places: [],
  purpose: { en: 'That images may come later.', nl: 'Dat beelden later kunnen komen.', fr: 'Que les images peuvent venir plus tard.' },
  default: {
    en: 'Your images may not be available for up to 3 days, so that your care team can speak with you about the results.',
    nl: 'Het kan tot 3 dagen duren voor uw beelden er zijn, zodat uw zorgverleners de uitslag met u kunnen bespreken.',
    fr: 'Vos images peuvent n’être disponibles qu’après 3 jours, pour que votre équipe soignante vous parle des résultats.',
  },
}

export const KEEP: Paragraph = {
  key: 'PatientPrintoutKeep', kind: 'plain', places: [],
  purpose: { en: 'To keep the page safe.', nl: 'De bladzijde veilig bewaren.', fr: 'Garder la page en sécurité.' },
  default: {
    en: 'Keep this page as safe as a key. Whoever has it and knows your date of birth can see your images.',
    nl: 'Bewaar deze bladzijde zo veilig als een sleutel. Wie haar heeft en uw geboortedatum kent, kan uw beelden zien.',
    fr: 'Gardez cette page comme une clé. Qui l’a et connaît votre date de naissance peut voir vos images.',
  },
}

export const paragraphs: readonly Paragraph[] = [TITLE, LEAD, STEP_1, STEP_2, STEP_3, WAIT, KEEP]
