import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { afterEach, describe, it } from 'vitest'
import { AssociationRejectedError } from './errors.ts'
import { Bench, IMPLICIT_LE, VERIFICATION } from './testing.ts'
import type { OfferedIdentity } from './user-identity.ts'

const bench = new Bench()
afterEach(() => bench.clear())
const contexts = [{ abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] }]
const userIdentity = { kind: 'name-and-passcode', name: 'ann', passcode: 's3cret' } as const

describe('user identity', () => {
  it('comes to the policy, which alone can look into it', async () => {
    const offered: (OfferedIdentity | null)[] = []
    await bench.open({
      admit: (_peer, offer) => {
        offered.push(offer.userIdentity)
        return { kind: 'accepted' }
      },
    }, contexts, { userIdentity })
    const [identity] = offered
    const { primary, passcode } = identity?.reveal() ?? {}
    assert.deepEqual([identity?.kind, String(primary), String(passcode)], ['name-and-passcode', 'ann', 's3cret'])
    for (const shown of [String(identity), JSON.stringify({ identity }), inspect({ identity }, { showHidden: true, depth: 9 })]) {
      assert.doesNotMatch(shown, /ann|s3cret|115/)
    }
  })
  it('is answered where the requestor wants it and the policy gives it', async () => {
    const admit = () => ({ kind: 'accepted', identityResponse: Buffer.from('ticket') }) as const
    const silent = await bench.open({ admit }, contexts, { userIdentity })
    assert.equal(silent.acceptor.userIdentityResponse, undefined)
    const answered = await bench.open({ admit }, contexts, { userIdentity, wantsIdentityResponse: true })
    assert.equal(String(answered.acceptor.userIdentityResponse), 'ticket')
  })
  it('may be why an association is rejected', async () => {
    const admit = () => ({ kind: 'rejected', reason: 'no-reason-given' }) as const
    await assert.rejects(bench.open({ admit }, contexts, { userIdentity }), AssociationRejectedError)
  })
})
