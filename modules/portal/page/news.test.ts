import { describe, expect, it } from 'vitest'
import type { RequestState, RequestView } from '../contract.ts'
import { withRequest } from './data.ts'
import { changed } from './news.ts'
import { requestWith } from './testing.ts'

function request(id: string, state: RequestState): RequestView {
  return requestWith({ id, state })
}

describe('changed', () => {
  const before = new Map<string, RequestState>([['1', 'queued'], ['2', 'ready']])
  it('tells a request that became ready', () => {
    expect(changed(before, [request('1', 'ready'), request('2', 'ready')]).map(({ id }) => id)).toEqual(['1'])
  })
  it('tells a request that was ready at once', () => {
    expect(changed(before, [request('3', 'ready')]).map(({ id }) => id)).toEqual(['3'])
  })
  it('tells nothing twice', () => {
    expect(changed(before, [request('2', 'ready')])).toEqual([])
  })
})

describe('withRequest', () => {
  it('puts a new request first, as the server lists the newest first', () => {
    expect(withRequest([request('1', 'ready')], request('2', 'queued')).map(({ id }) => id)).toEqual(['2', '1'])
  })
  it('replaces a known one where it stands', () => {
    const list = withRequest([request('2', 'queued'), request('1', 'queued')], request('1', 'ready'))
    expect(list.map(({ id, state }) => `${id} ${state}`)).toEqual(['2 queued', '1 ready'])
  })
})
