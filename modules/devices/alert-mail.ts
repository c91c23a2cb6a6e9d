/** The mail that says that a watched device does not answer any more, or does again. It names no person. */
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
  const what = isBack ? 'answers again' : 'does not answer'
  const found = isBack ? '' : `What was found: ${outcome}${detail === '' ? '' : ` (${detail})`}.`
  const address = new URL('/devices', publicUrl).href
  const lines = [`${device} (${aeTitle}) ${what}.`, found, `Devices: ${address}`].filter((line) => line !== '')
  return {
    to, subject: `${oneLine(device)} ${what}`,
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
