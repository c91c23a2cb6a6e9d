import { describe, expect, it } from 'vitest'
import { judgePassword } from './password-rules.ts'

const ANNA = ['anna.peeters', 'Peeters, Anna', 'anna.peeters@example.org']
const judge = (password: string, own: readonly string[] = []) => judgePassword(password, 10, own).kind

describe('a password', () => {
  it('of words that go together nowhere is fine, whatever characters it is made of', () => {
    for (const password of ['correct horse', 'first of all', 'vier gewone woorden', 'k4RtOf9x!!zz', '水曜日の朝はとても静か', 'summer monkey dragon cheese', 'long enough'])
      expect([password, judge(password, ANNA)]).toEqual([password, 'fine'])
  })

  it('counts characters as a person does, not code units', () => {
    expect(judgePassword('🦊🐻🐼🦁', 8, [])).toEqual({ kind: 'too-short', minLength: 8 })
    expect(judge('nine char')).toBe('too-short')
  })

  const common = [
    'password123', 'Password2026!', 'P@ssw0rd2026', 'p4ssw0rd!!', 'Welkom2026!', 'bienvenue01', 'Summer2026!!', 'qwertyuiop', 'azerty123456',
    '1234567890', '0987654321', 'aaaaaaaaaaaa', 'abcabcabcabc', '11-11-1111', '20260101 2026', 'letmeinletmein', 'adminadmin1', 'Hospital2026',
    'qwerty12345!', 'iloveyou1234', 'filmjacket1', 'dragonmonkey', 'abcdefghij', 'MonkeyDragon99!',
  ]
  for (const password of common) it(`as common as ${password} is refused`, () => expect(judge(password)).toBe('common'))

  const own = ['annapeeters', 'Anna.Peeters1', 'peeters2026!', 'anna.peeters@example.org', 'PeetersAnna99', 'annawelcome1']
  for (const password of own) it(`that is the person's own name, as ${password}, is refused`, () => expect(judge(password, ANNA)).toBe('own-name'))

  it('may hold the own name beside something of its own', () => {
    expect(judge('anna likes rhubarb', ANNA)).toBe('fine')
  })
})
