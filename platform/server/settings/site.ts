/** How a site calls itself, and whom its people ask. */
import type { TextSetting } from './setting.ts'

export const SITE_NAME: TextSetting = {
  kind: 'text', key: 'SiteName', default: 'Filmjacket', maxLength: 80,
  purpose: {
    en: 'Name of this site, on the page where people sign in.',
    nl: 'Naam van deze site, op de pagina waar mensen zich aanmelden.',
    fr: 'Nom de ce site, sur la page de connexion.',
  },
}

export const HELP_DESK: TextSetting = {
  kind: 'text', key: 'HelpDesk', default: '', maxLength: 200,
  purpose: {
    en: 'Whom people may ask: a telephone number, an address, hours. Shown on every page; empty shows nothing.',
    nl: 'Bij wie mensen terechtkunnen: telefoonnummer, adres, uren. Staat op elke pagina; leeg toont niets.',
    fr: 'À qui s’adresser : téléphone, adresse, heures. Affiché sur chaque page ; vide n’affiche rien.',
  },
}

export const siteSettings: readonly TextSetting[] = [SITE_NAME, HELP_DESK]
