import { expect, it } from 'vitest'
import { stepStates } from '../../modules/orders/contract.ts'
import { testOrders } from '../../modules/orders/testing.ts'
import { loadWorklist, SCANNERS } from './worklist.ts'

it('the demo\'s day has an entry in each state and a step that nobody planned, however often it is started', async () => {
  const { orders, services, devices } = await testOrders()
  for (const scanner of SCANNERS) await devices.add(scanner)
  const days = { today: '20261122', tomorrow: '20261123' }
  for (let starts = 0; starts < 2; starts++) await loadWorklist({ orders, services }, days)
  const { entries, unplanned } = await orders.list({ from: days.today, to: days.today })
  expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(stepStates))
  expect([entries.length, unplanned.map(({ state, images }) => [state, images])]).toEqual([7, [['completed', 48]]])
  const tomorrow = await orders.list({ from: days.tomorrow, to: days.tomorrow })
  expect(tomorrow.entries.map(({ state }) => state)).toEqual(['scheduled', 'scheduled'])
})
