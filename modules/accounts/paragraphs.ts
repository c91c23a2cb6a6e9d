/** Mails about signing in, in a site's own words. They name nobody: a mailbox may be shared. */
import type { Mail } from '../../platform/server/notify/mail.ts'
import { fillPlain, htmlOf, isLanguage, type Paragraph, type Place, type Settings } from '../../platform/server/settings/index.ts'

const ADDRESS: Place = {
  meaning: { en: 'address of the link', nl: 'adres van de link', fr: 'adresse du lien' }, sample: 'https://images.example.org/welcome#1',
}

export const RESET_SUBJECT: Paragraph = {
  key: 'AccountResetSubject', kind: 'plain', places: [],
  purpose: {
    en: 'Subject of the mail on which a forgotten password is replaced.',
    nl: 'Onderwerp van de mail waarmee een vergeten wachtwoord wordt vervangen.',
    fr: 'Objet du courriel qui permet de remplacer un mot de passe oublié.',
  },
  default: { en: 'A new password', nl: 'Een nieuw wachtwoord', fr: 'Un nouveau mot de passe' },
}

export const RESET_TEXT: Paragraph = {
  key: 'AccountReset', kind: 'plain', places: [ADDRESS],
  purpose: {
    en: 'The mail on which a forgotten password is replaced.',
    nl: 'De mail waarmee een vergeten wachtwoord wordt vervangen.',
    fr: 'Le courriel qui permet de remplacer un mot de passe oublié.',
  },
  default: {
    en: `Hello,

Somebody, probably you, wants to choose a new password. Open this link to do so:
{0}
It works once, for 30 minutes. Afterwards you are signed out wherever you were signed in.

If it was not you, do nothing: your password stays as it is.`,
    nl: `Hallo,

Iemand, waarschijnlijk u, wil een nieuw wachtwoord kiezen. Open daarvoor deze link:
{0}
De link werkt één keer, 30 minuten lang. Daarna bent u overal afgemeld waar u aangemeld was.

Was u het niet? Doe dan niets: uw wachtwoord blijft zoals het is.`,
    fr: `Bonjour,

Quelqu’un, sans doute vous, souhaite choisir un nouveau mot de passe. Ouvrez ce lien pour le faire :
{0}
Il fonctionne une fois, pendant 30 minutes. Ensuite, vous êtes déconnecté partout où vous étiez connecté.

Si ce n’était pas vous, ne faites rien : votre mot de passe reste inchangé.`,
  },
}

export const INVITATION_SUBJECT: Paragraph = {
  key: 'AccountInvitationSubject', kind: 'plain', places: [],
  purpose: {
    en: 'Subject of the mail that invites a person.',
    nl: 'Onderwerp van de mail die iemand uitnodigt.',
    fr: 'Objet du courriel d’invitation.',
  },
  default: { en: 'Your access', nl: 'Uw toegang', fr: 'Votre accès' },
}

export const INVITATION_TEXT: Paragraph = {
  key: 'AccountInvitation', kind: 'plain', places: [ADDRESS],
  purpose: {
    en: 'The mail that invites a person: the link, and what happens on it.',
    nl: 'De mail die iemand uitnodigt: de link, en wat daar gebeurt.',
    fr: 'Le courriel d’invitation : le lien, et ce qui s’y passe.',
  },
  default: {
    en: `Hello,

An account was made for you. Open this link to choose how you sign in:
{0}
It works once. You may be asked for your date of birth, so that nobody else can use it.

If you do not know what this is about, ignore this mail or ask us.`,
    nl: `Hallo,

Er is een account voor u gemaakt. Open deze link om te kiezen hoe u zich aanmeldt:
{0}
De link werkt één keer. Misschien wordt naar uw geboortedatum gevraagd, zodat niemand anders hem kan gebruiken.

Weet u niet waar dit over gaat? Negeer deze mail of vraag het ons.`,
    fr: `Bonjour,

Un compte a été créé pour vous. Ouvrez ce lien pour choisir comment vous connecter :
{0}
Il fonctionne une fois. Votre date de naissance peut être demandée, pour que personne d’autre ne puisse l’utiliser.

Si vous ne savez pas de quoi il s’agit, ignorez ce courriel ou demandez-nous.`,
  },
}

export const paragraphs: readonly Paragraph[] = [RESET_SUBJECT, RESET_TEXT, INVITATION_SUBJECT, INVITATION_TEXT]

interface LinkMail {
  readonly subject: Paragraph
  readonly text: Paragraph
  readonly to: string
  readonly href: string
  readonly language: string
}

/** The same words as text and as HTML. */
export function linkMail(settings: Pick<Settings, 'words' | 'content'>, { subject, text, to, href, language }: LinkMail): Mail {
  const spoken = isLanguage(language) ? language : 'en'
  return {
    to,
    // A subject is one line, whatever was typed.
    subject: settings.words(subject, spoken).replaceAll('\n', ' '),
    text: `${fillPlain(settings.words(text, spoken), [href])}\n`,
    html: htmlOf(settings.content(text, spoken), [{ text: href, href }], href),
  }
}
