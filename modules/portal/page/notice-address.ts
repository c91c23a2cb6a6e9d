import { isAddress } from './address.ts'

export type NoticeWay = 'mail' | 'sms'

/** Where to write, of what was typed; null where it is no address, or no number in international form. */
export function noticeAddressOf(way: NoticeWay, typed: string): string | null {
  if (way === 'mail') return isAddress(typed) ? typed.trim() : null
  const number = typed.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null
}
