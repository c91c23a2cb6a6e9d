/**
 * The names under which configuration comes in, and what kind of text each is. Meaning is `config.ts`'s.
 *
 * @module
 */

/** Set by flags of the command line, or by `FILMJACKET_<NAME>`. A flag wins. */
export const flagKinds = {
  data: 'folder',
  host: 'address',
  http: 'port',
  dicom: 'port',
  aet: 'ae-title',
  database: 'database-url',
  demo: 'switch',
} as const

/** Only by environment: secrets must not be seen in a list of processes, and the rest is rarely typed. */
export const environmentKinds = {
  demoPassword: 'text',
  publicUrl: 'web-url',
  dicomTls: 'port',
  dicomTlsCertificate: 'file',
  dicomTlsKey: 'file',
  dicomTlsAuthority: 'file',
  smtpUrl: 'smtp-url',
  mailFrom: 'text',
  oidcSecret: 'text',
  smsSecret: 'text',
  store: 'store',
  storeEndpoint: 'web-url',
  storeRegion: 'text',
  storePathStyle: 'switch',
  storeAuthority: 'file',
  storeKey: 'text',
  storeSecret: 'text',
  storeSecretFile: 'file',
} as const

export type FlagName = keyof typeof flagKinds
export type SettingName = FlagName | keyof typeof environmentKinds
export type Kind = (typeof flagKinds)[FlagName] | (typeof environmentKinds)[keyof typeof environmentKinds]

/** As commander gives them; a switch is `true`. */
export type Flags = { readonly [Name in FlagName]?: string | boolean | undefined }
export type Environment = Readonly<Record<string, string | undefined>>

/** What was given for a setting, and under which name, for messages about it. */
export interface Given {
  readonly name: string
  readonly text: string
}

/** The environment of this process. Read here and nowhere else. */
export function processEnvironment(): Environment {
  return process.env
}

/** `demoPassword` is `FILMJACKET_DEMO_PASSWORD`. */
export function environmentName(setting: SettingName): string {
  return `FILMJACKET_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** Flags win over `FILMJACKET_*`, and that over `DATABASE_URL`. An empty variable is an unset one. */
export function given(setting: SettingName, flags: Flags, env: Environment): Given | undefined {
  const flag = setting in flagKinds ? flags[setting as FlagName] : undefined
  if (flag !== undefined && flag !== false) return { name: `--${setting}`, text: String(flag) }
  const names = [environmentName(setting), ...(setting === 'database' ? ['DATABASE_URL'] : [])]
  const name = names.find((candidate) => (env[candidate] ?? '') !== '')
  return name === undefined ? undefined : { name, text: env[name] ?? '' }
}
