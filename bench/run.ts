/** `npm run bench -- [NAME...] [--rounds N] [--json]`: side by side with the peers, in one run. */
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadNow, thisMachine } from './machine.ts'
import type { Measure } from './measure.ts'
import { asJson, asTable, describeMachine, type Section } from './report.ts'
import { scratchFolder, tidyUp } from './scratch.ts'

const MEASURES = new URL('measures/', import.meta.url)
const DEFAULT_ROUNDS = '3'

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: DEFAULT_ROUNDS }, json: { type: 'boolean', default: false } },
})
const known = readdirSync(MEASURES).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length)).sort()
const unknown = wanted.filter((name) => !known.includes(name))
const rounds = Number(options.rounds)
if (unknown.length > 0) refuse(`No such measure: ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
if (!Number.isInteger(rounds) || rounds < 1) refuse(`--rounds is no number from 1: ${options.rounds}.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void tidyUp().then(() => process.exit(130)))

const machine = thisMachine()
const sections: Section[] = []
if (!options.json) console.log(`${describeMachine(machine)}; medians of ${rounds} rounds (lowest-highest)\n`)
try {
  for (const name of wanted.length === 0 ? known : wanted) {
    const section = await sectionOf(name)
    sections.push(section)
    if (!options.json) console.log(asTable(section))
  }
} finally {
  await tidyUp()
}
if (options.json) console.log(asJson({ machine, rounds, sections }))

async function sectionOf(name: string): Promise<Section> {
  const { measure } = (await import(new URL(`${name}.ts`, MEASURES).href)) as { measure: Measure }
  const before = loadNow()
  try {
    const say = (text: string) => void process.stderr.write(`${name}: ${text}\n`)
    const measured = await measure.run({ rounds, folder: await scratchFolder(), say })
    return { name, about: measure.about, load: { before, after: loadNow() }, ...measured }
  } finally {
    await tidyUp()
  }
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
