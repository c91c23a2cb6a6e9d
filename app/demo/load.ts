/**
 * Puts the made-up hospital into an empty archive, with people to sign in as.
 *
 * @module
 */
import type { NewAccount } from '../../modules/accounts/contract.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { newToken } from '../../platform/server/ids.ts'
import type { Product } from '../product.ts'
import { demoStudies } from './hospital.ts'

const PEOPLE: readonly NewAccount[] = [
  { username: 'admin', displayName: 'Ada Administrator', role: 'admin' },
  { username: 'clerk', displayName: 'Claire Clerk', role: 'clerk' },
  { username: 'doctor', displayName: 'Dr. Daniel Doctor', role: 'doctor' },
  { username: 'anna', displayName: 'Anna Demo', role: 'patient', patientId: 'DEMO-0001' },
  { username: 'ben', displayName: 'Ben Demo', role: 'patient', patientId: 'DEMO-0002' },
]

const DEVICES = [
  { aeTitle: 'STORESCU', description: 'DCMTK storescu' },
  { aeTitle: 'DCMSEND', description: 'DCMTK dcmsend' },
]

const SYSTEM: Caller = { kind: 'anonymous' }
const ORIGIN = { kind: 'demo' } as const
/** Long enough, short enough to type. */
const PASSWORD_CHARACTERS = 12

/** @returns what to show: who may sign in, and with what. Passwords are new at every start unless one is set. */
export async function loadDemo(product: Product): Promise<string> {
  for (const device of DEVICES) await product.devices.add(SYSTEM, device)
  await loadStudies(product)
  const lines: string[] = []
  for (const person of PEOPLE) {
    const password = product.config.secrets.demoPassword ?? newToken().toLowerCase().slice(0, PASSWORD_CHARACTERS)
    await letIn(product, person, password)
    lines.push(`  ${person.username.padEnd(10)}${password}   ${person.role}`)
  }
  return `This is a demo: made-up people and images, on this machine only. Sign in as\n\n${lines.join('\n')}\n`
}

async function letIn({ accounts: { people }, grants }: Product, person: NewAccount, password: string): Promise<void> {
  await people.add(SYSTEM, person)
  const account = (await people.all()).find(({ username }) => username === person.username)
  if (account === undefined) throw new Error(`demo account ${person.username} is not there`)
  await people.setPassword(account.id, password)
  await grants.releaseToOwner(account.id)
}

/** A start that was cut short goes on where it stopped: what is here already is told as a duplicate. */
async function loadStudies({ archive }: Product): Promise<void> {
  const last = await archive.studiesOfPatient({ patientId: 'DEMO-0002', issuer: '' })
  if (last.length > 0) return
  for await (const study of demoStudies())
    for await (const { bytes } of study.instances) await archive.ingest.file(ORIGIN, once(bytes))
  await archive.settleTouched()
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
