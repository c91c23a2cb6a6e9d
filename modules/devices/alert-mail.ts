/** The mail that says that something is wrong with a device, or right again. It names no person. */
import type { Mail } from '../../platform/server/notify/mail.ts'
import type { CheckOutcome } from './contract.ts'

export interface Alert {
  readonly to: string
  /** The administrator's words for it. */
  readonly device: string
  readonly aeTitle: string
  readonly outcome: CheckOutcome
  readonly detail: string
  readonly isBack: boolean
}

export function alertMail({ to, device, aeTitle, outcome, detail, isBack }: Alert, publicUrl: string): Mail {
  const words = isBack ? 'answers again' : 'does not answer'
  const more = isBack ? '' : `What was found: ${outcome}${detail === '' ? '' : ` (${detail})`}.`
  return newsMail({ to, device, aeTitle, words, more }, publicUrl)
}

export interface DeviceNews {
  readonly to: string
  readonly device: string
  readonly aeTitle: string
  /** What the device does, or does not: ends the sentence that its description begins. */
  readonly words: string
  /** A sentence, or empty. */
  readonly more: string
}

export function newsMail({ to, device, aeTitle, words, more }: DeviceNews, publicUrl: string): Mail {
  const address = new URL('/devices', publicUrl).href
  const lines = [`${device} (${aeTitle}) ${words}.`, more, `Devices: ${address}`].filter((line) => line !== '')
  return {
    to, subject: `${oneLine(device)} ${words}`,
    text: `${lines.join('\n\n')}\n`,
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
