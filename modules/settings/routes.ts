/** Settings and texts over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import type { People } from '../accounts/index.ts'
import {
  ChangeList, SettingChange, SettingList, SettingView, TextChange, TextDraft, TextList, TextPreview, TextView,
} from './contract.ts'
import type { Changed, Register } from './register.ts'
import { changeView, settingView, textView, type NameOf } from './views.ts'

export interface SettingsService {
  readonly register: Register
  readonly people: People
}

const admin = asRole('admin')
const ByKey = Type.Object({ key: Type.String({ maxLength: 128 }) })
const ByCode = Type.Object({ code: Type.String({ maxLength: 128 }) })

const listSettings = route({
  method: 'GET', url: '/api/settings', summary: 'Everything that may be set, with what is in force', allow: admin, answer: SettingList,
  async handle({ register, people }: SettingsService) {
    const nameOf = await authors(register, people)
    return { settings: register.declared().settings.map((each) => settingView(register.settings, each, nameOf)) }
  },
})

const changeSetting = route({
  method: 'PATCH', url: '/api/settings/:key', summary: 'Set a value, or take back the default with null', allow: admin,
  params: ByKey, body: SettingChange, answer: SettingView,
  async handle({ register, people }: SettingsService, { caller, params, body }) {
    mustHold(await register.change(accountOf(caller), params.key, body.value))
    return settingView(register.settings, register.setting(params.key) ?? nothing(), await authors(register, people))
  },
})

const settingHistory = route({
  method: 'GET', url: '/api/settings/:key/history', summary: 'Who changed a setting, when, to what', allow: admin,
  params: ByKey, answer: ChangeList,
  handle: async (service: SettingsService, { params }) => historyOf(service, params.key),
})

const listTexts = route({
  method: 'GET', url: '/api/texts', summary: 'Every text that a site may put in its own words', allow: admin, answer: TextList,
  async handle({ register, people }: SettingsService) {
    const nameOf = await authors(register, people)
    return { texts: register.declared().paragraphs.map((each) => textView(register.settings, each, nameOf)) }
  },
})

const changeText = route({
  method: 'PATCH', url: '/api/texts/:code', summary: 'Put a text in the site\'s own words, or take back the default with null',
  allow: admin, params: ByCode, body: TextChange, answer: TextView,
  async handle({ register, people }: SettingsService, { caller, params, body }) {
    mustHold(await register.changeWords(accountOf(caller), params.code, body.language, body.words))
    return textView(register.settings, register.paragraph(params.code) ?? nothing(), await authors(register, people))
  },
})

const previewText = route({
  method: 'POST', url: '/api/texts/:code/preview', summary: 'How a draft would look, and what is in its way', allow: admin,
  params: ByCode, body: TextDraft, answer: TextPreview,
  handle({ register }: SettingsService, { params, body }) {
    const { content, findings } = register.preview(params.code, body.words) ?? nothing()
    const copied = content.map((block) => ({ ...block, spans: [...block.spans] }))
    return Promise.resolve({ content: copied, findings: [...findings] })
  },
})

const textHistory = route({
  method: 'GET', url: '/api/texts/:code/history', summary: 'Who changed a text, when, to what', allow: admin,
  params: ByCode, answer: ChangeList,
  handle: async (service: SettingsService, { params }) => historyOf(service, params.code),
})

async function historyOf({ register, people }: SettingsService, name: string): Promise<ChangeList> {
  const changes = (await register.history(name)) ?? nothing()
  const nameOf = await names(people, changes.flatMap(({ changed_by: id }) => id ?? []))
  return { changes: changes.map((row) => changeView(row, nameOf)) }
}

function authors({ settings }: Register, people: People): Promise<NameOf> {
  return names(people, settings.authors())
}

async function names(people: People, ids: readonly string[]): Promise<NameOf> {
  const known = await people.known(ids)
  return (id) => known.get(id)?.display_name ?? null
}

function mustHold(changed: Changed): void {
  switch (changed) {
    case 'changed': return
    case 'not-found': return nothing()
    case 'refused':
      throw new Problem('setting-refused', 400, 'This value does not fit: its type, its bounds, or markup that is not known.')
  }
}

function nothing(): never {
  throw new Problem('setting-not-found', 404, 'There is no setting or text of this name.')
}

export const routes = [listSettings, changeSetting, settingHistory, listTexts, changeText, previewText, textHistory]
