/** How earlier studies are fetched by themselves. NET-30. */
import type { IntegerSetting, Setting, SwitchSetting } from '../../platform/server/settings/index.ts'

export const PRIORS_ON: SwitchSetting = {
  kind: 'switch', key: 'PriorPrefetch', default: false,
  purpose: {
    en: 'When a study arrives, earlier ones of its patient are brought from the devices that allow it (Devices: fetch earlier studies from here).',
    nl: 'Komt er een studie aan, dan worden eerdere van die patiënt gehaald bij de toestellen die dat toelaten (Toestellen: eerdere studies hiervan halen).',
    fr: 'À l’arrivée d’un examen, les antérieurs du patient sont pris sur les appareils qui le permettent (Appareils : prendre ici les examens antérieurs).',
  },
}

export const PRIORS_OF_WORKLIST: SwitchSetting = {
  kind: 'switch', key: 'PriorPrefetchWorklist', default: false,
  purpose: {
    en: 'The same, ahead of time, for whoever is on a worklist today or tomorrow.',
    nl: 'Hetzelfde, op voorhand, voor wie vandaag of morgen op een werklijst staat.',
    fr: 'De même, à l’avance, pour qui est sur une liste de travail aujourd’hui ou demain.',
  },
}

export const PRIORS_MAX: IntegerSetting = {
  kind: 'integer', key: 'PriorPrefetchStudies', unit: { en: 'studies', nl: 'studies', fr: 'examens' }, default: 3, min: 1, max: 50,
  purpose: {
    en: 'Earlier studies of one patient that are brought at a time, the newest first.',
    nl: 'Eerdere studies van één patiënt die per keer gehaald worden, de nieuwste eerst.',
    fr: 'Examens antérieurs d’un patient qui sont pris à la fois, les plus récents d’abord.',
  },
}

export const PRIORS_YEARS: IntegerSetting = {
  kind: 'integer', key: 'PriorPrefetchYears', unit: { en: 'years', nl: 'jaar', fr: 'ans' }, default: 5, min: 1, max: 100,
  purpose: {
    en: 'Studies that are older are not brought by themselves.',
    nl: 'Oudere studies worden niet vanzelf gehaald.',
    fr: 'Les examens plus anciens ne sont pas pris d’office.',
  },
}

export const PRIORS_ALIKE: SwitchSetting = {
  kind: 'switch', key: 'PriorPrefetchSameModality', default: true,
  purpose: {
    en: 'Only studies that share a modality with the one that arrived.',
    nl: 'Alleen studies met een modaliteit van de studie die aankwam.',
    fr: 'Seulement les examens qui partagent une modalité avec celui qui est arrivé.',
  },
}

export const settings: readonly Setting[] = [PRIORS_ON, PRIORS_OF_WORKLIST, PRIORS_MAX, PRIORS_YEARS, PRIORS_ALIKE]
