import { describe, expect, it } from 'vitest'
import { isUsername, usernameFrom } from './username.ts'

describe('usernameFrom', () => {
  const proposals = {
    'Peeters, Anne-Marie': 'annemarie.peeters',
    'Müller, Zoé': 'zoe.muller',
    Cher: 'cher',
    'Ковальчук, Олена': '',
  }
  for (const [name, username] of Object.entries(proposals)) {
    it(`proposes "${username}" for ${name}`, () => expect(usernameFrom(name)).toBe(username))
  }
})

describe('isUsername', () => {
  it('wants a letter or digit first', () => expect(isUsername('.ann')).toBe(false))
  it('takes an address of mail', () => expect(isUsername('ann@example.org')).toBe(true))
  it('refuses capitals', () => expect(isUsername('Ann')).toBe(false))
})
