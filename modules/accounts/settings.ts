/** What a site may set of signing in. ADM-18, ADM-22. */
import { SECOND_MS, DAY_MS, HOUR_MS, MINUTE_MS } from '../../platform/server/clock.ts'
import type { IntegerSetting, Setting, Settings, SwitchSetting, TextSetting } from '../../platform/server/settings/index.ts'

export const IDLE_MINUTES: IntegerSetting = {
  kind: 'integer', key: 'SessionIdleMinutes', unit: { en: 'minutes', nl: 'minuten', fr: 'minutes' }, default: 30, min: 5, max: 720,
  purpose: {
    en: 'After so long without use a session ends. NIST SP 800-63B: at most 30 minutes where people see others\' data.',
    nl: 'Na zo lang zonder gebruik eindigt een sessie. NIST SP 800-63B: hoogstens 30 minuten waar men gegevens van anderen ziet.',
    fr: 'Après cette durée sans usage, une session se termine. NIST SP 800-63B : 30 minutes au plus là où l’on voit les données d’autrui.',
  },
}

export const LIFETIME_HOURS: IntegerSetting = {
  kind: 'integer', key: 'SessionLifetimeHours', unit: { en: 'hours', nl: 'uur', fr: 'heures' }, default: 12, min: 1, max: 168,
  purpose: {
    en: 'After so long a session ends in any case, used or not.',
    nl: 'Na zo lang eindigt een sessie hoe dan ook, gebruikt of niet.',
    fr: 'Après cette durée, une session se termine de toute façon, utilisée ou non.',
  },
}

export const PASSWORD_LENGTH: IntegerSetting = {
  kind: 'integer', key: 'PasswordMinimumLength', unit: { en: 'characters', nl: 'tekens', fr: 'caractères' }, default: 10, min: 8, max: 64,
  purpose: {
    en: 'The shortest password that may be set. NIST SP 800-63B asks for 15 where it is the only proof, for 8 beside a second one.',
    nl: 'Het kortste wachtwoord dat mag. NIST SP 800-63B vraagt 15 waar het het enige bewijs is, 8 naast een tweede.',
    fr: 'Longueur minimale d’un mot de passe. NIST SP 800-63B demande 15 s’il est la seule preuve, 8 à côté d’une seconde.',
  },
}

export const SESSIONS_AT_A_TIME: IntegerSetting = {
  kind: 'integer', key: 'SessionsAtATime', unit: { en: 'sessions', nl: 'sessies', fr: 'sessions' }, default: 10, min: 1, max: 1_000,
  purpose: {
    en: 'How many sessions a person may have at a time. One more ends the one that was used longest ago.',
    nl: 'Hoeveel sessies iemand tegelijk mag hebben. Een meer beëindigt de sessie die het langst niet gebruikt is.',
    fr: 'Nombre de sessions qu’une personne peut avoir en même temps. Une de plus met fin à celle qui n’a pas servi depuis le plus longtemps.',
  },
}

export const PASSWORD_DAYS: IntegerSetting = {
  kind: 'integer', key: 'PasswordLifetimeDays', unit: { en: 'days', nl: 'dagen', fr: 'jours' }, default: 0, min: 0, max: 3_650,
  purpose: {
    en: 'After so long a password must be replaced at the next sign-in. 0: never, as NIST SP 800-63B advises: who must change often chooses worse.',
    nl: 'Na zo lang moet een wachtwoord bij de volgende aanmelding vervangen worden. 0: nooit, zoals NIST SP 800-63B aanraadt: wie vaak moet wisselen, kiest slechter.',
    fr: 'Après cette durée, un mot de passe doit être remplacé à la connexion suivante. 0 : jamais, comme le conseille NIST SP 800-63B : qui change souvent choisit moins bien.',
  },
}

export const STAFF_SECOND_FACTOR: SwitchSetting = {
  kind: 'switch', key: 'StaffSecondFactor', default: false,
  purpose: {
    en: 'Staff need more than a password: a passkey or a code from an app, set up at the next sign-in. Sign-in by the hospital\'s own service is left to that service.',
    nl: 'Medewerkers hebben meer nodig dan een wachtwoord: een passkey of een code uit een app, in te stellen bij de volgende aanmelding. Aanmelden via de dienst van het ziekenhuis blijft aan die dienst.',
    fr: 'Le personnel doit présenter plus qu’un mot de passe : une clé d’accès ou un code d’application, à la prochaine connexion. La connexion par le service de l’hôpital relève de ce service.',
  },
}

export const INVITATION_DAYS: IntegerSetting = {
  kind: 'integer', key: 'InvitationDays', unit: { en: 'days', nl: 'dagen', fr: 'jours' }, default: 7, min: 1, max: 90,
  purpose: {
    en: 'How long a one-time link of an invitation works.',
    nl: 'Hoe lang de eenmalige link van een uitnodiging werkt.',
    fr: 'Durée de validité du lien d’invitation à usage unique.',
  },
}

export const OIDC_ISSUER: TextSetting = {
  kind: 'text', key: 'OidcIssuer', default: '', maxLength: 500,
  purpose: {
    en: 'OpenID Connect for staff: address of the hospital\'s sign-in service, as https://login.example.org/realm. Empty: off. Its secret comes from FILMJACKET_OIDC_SECRET, never from here.',
    nl: 'OpenID Connect voor medewerkers: adres van de aanmelddienst, zoals https://login.example.org/realm. Leeg: uit. Het geheim komt uit FILMJACKET_OIDC_SECRET, nooit van hier.',
    fr: 'OpenID Connect pour le personnel : adresse du service de connexion, comme https://login.example.org/realm. Vide : désactivé. Le secret vient de FILMJACKET_OIDC_SECRET, jamais d’ici.',
  },
}

export const OIDC_CLIENT: TextSetting = {
  kind: 'text', key: 'OidcClientId', default: '', maxLength: 200,
  purpose: {
    en: 'Our name at that service (client_id). The address to enter there as redirect URI is this site\'s, followed by /sign-in/return.',
    nl: 'Onze naam bij die dienst (client_id). Als redirect URI hoort daar het adres van deze site, gevolgd door /sign-in/return.',
    fr: 'Notre nom auprès de ce service (client_id). L’adresse de retour à y inscrire est celle de ce site, suivie de /sign-in/return.',
  },
}

export const OIDC_NAME: TextSetting = {
  kind: 'text', key: 'OidcName', default: '', maxLength: 60,
  purpose: {
    en: 'What people call that service; shown on the button of the sign-in page.',
    nl: 'Hoe men die dienst noemt; staat op de knop van de aanmeldpagina.',
    fr: 'Nom usuel de ce service, affiché sur le bouton de la page de connexion.',
  },
}

export const OIDC_ROLE_CLAIM: TextSetting = {
  kind: 'text', key: 'OidcRoleClaim', default: '', maxLength: 100,
  purpose: {
    en: 'Claim that holds a person\'s groups, such as groups or realm_access.roles. Empty: nobody gets an account by it; only people who have one with the same, verified mail address come in.',
    nl: 'Claim met de groepen van een persoon, zoals groups of realm_access.roles. Leeg: niemand krijgt zo een account; alleen wie er een heeft met hetzelfde, geverifieerde mailadres komt binnen.',
    fr: 'Attribut contenant les groupes d’une personne, comme groups ou realm_access.roles. Vide : aucun compte n’est créé ; seuls entrent ceux qui en ont un avec la même adresse vérifiée.',
  },
}

export const OIDC_SIGN_OUT: SwitchSetting = {
  kind: 'switch', key: 'OidcSignOut', default: true,
  purpose: {
    en: 'Who came in by that service and signs out here is led there to sign out too, where it can: else the next person at the same computer comes in as them. The address to enter there for the way back is this site\'s, followed by /sign-in.',
    nl: 'Wie via die dienst binnenkwam en zich hier afmeldt, wordt erheen geleid om zich ook daar af te melden, als dat kan: anders komt de volgende aan dezelfde computer als diegene binnen. Het adres voor de terugweg is dat van deze site, gevolgd door /sign-in.',
    fr: 'Qui est entré par ce service et se déconnecte ici y est mené pour s’en déconnecter aussi, s’il le permet : sinon la personne suivante au même poste entre sous son nom. L’adresse de retour à y inscrire est celle de ce site, suivie de /sign-in.',
  },
}

export const OIDC_ROLES = {
  admin: roleSetting('OidcAdminGroup', 'administrators', 'beheerders', 'les administrateurs'),
  clerk: roleSetting('OidcClerkGroup', 'office staff', 'medewerkers', 'le personnel administratif'),
  doctor: roleSetting('OidcDoctorGroup', 'doctors', 'artsen', 'les médecins'),
} as const satisfies Record<string, TextSetting>

function roleSetting(key: string, en: string, nl: string, fr: string): TextSetting {
  return {
    kind: 'text', key, default: '', maxLength: 200,
    purpose: {
      en: `Group in that claim whose members get an account as ${en} at their first sign-in. Empty: none.`,
      nl: `Groep in die claim waarvan leden bij de eerste aanmelding een account krijgen als ${nl}. Leeg: geen.`,
      fr: `Groupe de cet attribut dont les membres reçoivent, à la première connexion, un compte pour ${fr}. Vide : aucun.`,
    },
  }
}

export const settings: readonly Setting[] = [
  IDLE_MINUTES, LIFETIME_HOURS, SESSIONS_AT_A_TIME, PASSWORD_LENGTH, PASSWORD_DAYS, STAFF_SECOND_FACTOR, INVITATION_DAYS,
  OIDC_ISSUER, OIDC_CLIENT, OIDC_NAME, OIDC_SIGN_OUT, OIDC_ROLE_CLAIM, ...Object.values(OIDC_ROLES),
]

/** What a module asks of settings, when it only reads them. */
export type Values = Pick<Settings, 'value'>

export function sessionSpans(values: Values): { readonly idleMs: number; readonly lifetimeMs: number } {
  return { idleMs: values.value(IDLE_MINUTES) * MINUTE_MS, lifetimeMs: values.value(LIFETIME_HOURS) * HOUR_MS }
}

export function invitationLifetimeMs(values: Values): number {
  return values.value(INVITATION_DAYS) * DAY_MS
}

export const RESET_LIFETIME_MS = 30 * MINUTE_MS
/** For one step of a sign-in: to find the phone, to touch the key, to come back from elsewhere. */
export const STEP_LIFETIME_MS = 10 * MINUTE_MS
/** How long after a proof of who one is the ways to sign in may be changed. */
export const PROOF_LIFETIME_MS = 15 * MINUTE_MS
export const CODE_PERIOD_MS = 30 * SECOND_MS
