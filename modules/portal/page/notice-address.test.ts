import { describe, expect, it } from 'vitest'
import { noticeAddressOf } from './notice-address.ts'

describe('where to write', () => {
  it('is a mail address', () => {
    expect(noticeAddressOf('mail', ' a@example.org ')).toBe('a@example.org')
    expect(noticeAddressOf('mail', 'a@')).toBeNull()
  })

  it('is a number as people write it, with its country', () => {
    for (const typed of ['+32 470 12 34 56', '0032470123456', '+32 (470) 12.34-56']) expect(noticeAddressOf('sms', typed)).toBe('+32470123456')
    for (const typed of ['0470 12 34 56', '+0470123456', 'a@example.org', '+32', '']) expect(noticeAddressOf('sms', typed)).toBeNull()
  })
})
