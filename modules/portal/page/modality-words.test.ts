import { describe, expect, it } from 'vitest'
import { wordOf, wordsOf } from './modality-words.ts'

describe('wordsOf', () => {
  it('says a kind of picture once, however many modalities made it', () => {
    expect(wordsOf(['CR', 'DX'])).toEqual(['XR'])
  })
  it('leaves reports and presentation states out beside pictures', () => {
    expect(wordsOf(['PT', 'CT', 'SR', 'PR'])).toEqual(['PT', 'CT'])
  })
  it('says document where there is nothing else', () => {
    expect(wordsOf(['SR'])).toEqual(['DOC'])
  })
  it('has a word for a modality that it does not know', () => {
    expect(wordOf('ZZ')).toBe('OTHER')
    expect(wordOf('constructor')).toBe('OTHER')
  })
})
