/**
 * Puts the made-up hospital into an archive, with people to sign in as.
 *
 * @module
 */
import { once } from '@filmjacket/bytes'
import type { NewAccount } from '../../modules/accounts/contract.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { DAY_MS, type Instant } from '../../platform/server/clock.ts'
import { newToken } from '../../platform/server/ids.ts'
import type { Product } from '../product.ts'
import { demoStudies, type DemoStudy } from './hospital.ts'
import { loadWorklist, SCANNERS } from './worklist.ts'

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

export interface DemoPerson {
  readonly username: string
  readonly password: string
  readonly role: string
}

/** Passwords are new at every start unless the configuration sets one for all. */
export async function loadDemo(product: Product): Promise<readonly DemoPerson[]> {
  for (const device of [...DEVICES, ...SCANNERS]) await product.devices.add(SYSTEM, device)
  for (const study of demoStudies()) await loadStudy(product, study)
  await product.archive.settleTouched()
  const now = product.clock.now()
  await loadWorklist(product.orders, { today: dayOf(now), tomorrow: dayOf(now + DAY_MS) })
  const people: DemoPerson[] = []
  for (const person of PEOPLE) people.push(await letIn(product, person))
  return people
}

/** DA, where this machine is: its page shows the day of its browser. */
function dayOf(now: Instant): string {
  return new Intl.DateTimeFormat('en-CA').format(now).replaceAll('-', '')
}

async function letIn({ accounts: { people }, grants, config }: Product, person: NewAccount): Promise<DemoPerson> {
  await people.add(SYSTEM, person)
  const account = (await people.all()).find(({ username }) => username === person.username)
  if (account === undefined) throw new Error(`demo account ${person.username} is not there`)
  const password = config.secrets.demoPassword ?? newToken().toLowerCase().slice(0, PASSWORD_CHARACTERS)
  await people.setPassword(account.id, password)
  await grants.releaseToOwner(account.id)
  return { username: person.username, password, role: person.role }
}

/** A start that was cut short left a study unsettled; what it had stored is then told as duplicates. */
async function loadStudy({ archive }: Product, { studyInstanceUid, instances }: DemoStudy): Promise<void> {
  if (await archive.isSettled(studyInstanceUid)) return
  for await (const { bytes } of instances) await archive.ingest.file(ORIGIN, once(bytes))
}
