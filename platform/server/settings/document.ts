/**
 * docs/settings.md, made from what modules declare.
 *
 * @module
 */
import type { Paragraph } from './paragraph.ts'
import type { Setting } from './setting.ts'

export function settingsDocument(settings: readonly Setting[], paragraphs: readonly Paragraph[]): string {
  return `# Settings

What an administrator sets while Filmjacket runs, under *Settings*. Every change holds at once, in all processes, and is kept with who
made it. What the process needs to start is in the [README](../README.md#settings). This file is made from the code: \`npx vitest run
tests/docs/settings.test.ts -u\`.

## System settings

| key | also known as | value | default | purpose |
| --- | --- | --- | --- | --- |
${settings.map(settingRow).join('\n')}

A site that knows \`DICOM_Download\` from elsewhere finds it at each device, as *patients may download from here*.

## Texts

Each in English, Dutch and French. Markup in rich texts: \`p br b strong i em ul ol li h3\` and \`a href\` with http, https or mailto.
\`{words}\`, or \`<here>\`, becomes the link that the product brings. \`{0}\`, \`{1}\` are filled by the product.

| code | also known as | kind | filled in | purpose |
| --- | --- | --- | --- | --- |
${paragraphs.map(paragraphRow).join('\n')}

### Defaults in English

${paragraphs.map(({ key, default: { en } }) => `**${key}**\n\n\`\`\`html\n${en}\n\`\`\``).join('\n\n')}
`
}

function settingRow(setting: Setting): string {
  const { key, aliases = [], purpose } = setting
  return row([code(key), aliases.map(code).join(', '), valuesOf(setting), code(shown(setting)), purpose.en])
}

function valuesOf(setting: Setting): string {
  switch (setting.kind) {
    case 'integer': return `${setting.min} to ${setting.max} ${setting.unit.en}`
    case 'switch': return 'on or off'
    case 'text': return `text, at most ${setting.maxLength} characters`
    case 'choice': return Object.keys(setting.choices).map(code).join(', ')
    case 'fixed': return 'told by the start'
  }
}

function shown(setting: Setting): string {
  if (setting.kind === 'switch') return setting.default ? 'on' : 'off'
  return setting.default === '' ? ' ' : String(setting.default)
}

function paragraphRow({ key, aliases = [], kind, places, purpose }: Paragraph): string {
  const filled = places.map(({ meaning }, at) => `\`{${at}}\` ${meaning.en}`).join(', ')
  return row([code(key), aliases.map(code).join(', '), kind, filled, purpose.en])
}

function code(text: string): string {
  return `\`${text}\``
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
