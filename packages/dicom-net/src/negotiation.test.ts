import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { acceptedContexts, answerContexts, answerRoles, providerRejection } from './negotiation.ts'
import { CT_IMAGE_STORAGE, EXPLICIT_LE, IMPLICIT_LE, requestOf, VERIFICATION } from './testing.ts'

const FIND = '1.2.840.10008.5.1.4.1.2.2.1'
const propose = (abstractSyntax: string, ...transferSyntaxes: readonly string[]) => [{ id: 1, abstractSyntax, transferSyntaxes }]

describe('answerContexts', () => {
  it('accepts storage with the first Transfer Syntax that is offered, known or not', () => {
    const answers = (syntax: string) => answerContexts(propose(CT_IMAGE_STORAGE, syntax, IMPLICIT_LE), true)
    for (const syntax of [EXPLICIT_LE, '1.2.840.10008.1.2.2', '1.3.6.1.4.1.1']) {
      assert.deepEqual(answers(syntax), [{ id: 1, result: 0, transferSyntax: syntax }])
    }
  })
  it('passes over what is no UID', () => {
    const answers = answerContexts(propose(CT_IMAGE_STORAGE, '', '../x', IMPLICIT_LE), true)
    assert.equal(answers[0]?.transferSyntax, IMPLICIT_LE)
  })
  it('refuses services that we do not speak: abstract syntax not supported', () => {
    assert.equal(answerContexts(propose(FIND, IMPLICIT_LE), true)[0]?.result, 3)
  })
  it('refuses a context without Transfer Syntax: transfer syntaxes not supported', () => {
    assert.equal(answerContexts(propose(CT_IMAGE_STORAGE), true)[0]?.result, 4)
  })
  it('accepts only Verification where nothing is stored', () => {
    assert.equal(answerContexts(propose(CT_IMAGE_STORAGE, IMPLICIT_LE), false)[0]?.result, 3)
    assert.equal(answerContexts(propose(VERIFICATION, IMPLICIT_LE), false)[0]?.result, 0)
  })
})

describe('answerRoles', () => {
  it('leaves the requestor a user and makes it no provider', () => {
    const proposed = [{ sopClassUid: '1.2', scu: true, scp: true }]
    assert.deepEqual(answerRoles(proposed), [{ sopClassUid: '1.2', scu: true, scp: false }])
    assert.deepEqual(answerRoles(undefined), [])
  })
})

describe('providerRejection', () => {
  it('rejects for good a protocol version that is not 1', () => {
    assert.deepEqual(providerRejection(requestOf({ protocolVersion: 2 })), { result: 1, source: 2, reason: 2 })
  })
  it('rejects for good another application context', () => {
    assert.deepEqual(providerRejection(requestOf({ applicationContext: '1.2' })), { result: 1, source: 1, reason: 2 })
  })
  it('lets later versions pass that still speak 1', () => {
    assert.equal(providerRejection(requestOf({ protocolVersion: 3 })), null)
  })
})

describe('acceptedContexts', () => {
  it('joins proposal and answer, and drops what was refused, never proposed, or without Transfer Syntax', () => {
    const proposed = [...propose(VERIFICATION, IMPLICIT_LE), { id: 3, abstractSyntax: '1.2', transferSyntaxes: [] }]
    const accepted = acceptedContexts(proposed, [
      { id: 1, result: 0, transferSyntax: IMPLICIT_LE },
      { id: 3, result: 3, transferSyntax: '' },
      { id: 5, result: 0, transferSyntax: IMPLICIT_LE },
    ])
    assert.deepEqual([...accepted.values()], [{ id: 1, abstractSyntax: VERIFICATION, transferSyntax: IMPLICIT_LE }])
  })
})
