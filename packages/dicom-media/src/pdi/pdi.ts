/**
 * What stands beside the DICOM files: README.TXT, INDEX.HTM and the web content. MED-20, MED-23, IHE RAD TF-2 §4.47.
 *
 * Pages are XHTML without script, style or reference to the outside, in names of 8.3; values from images are text, never
 * markup. Nothing of it is in the DICOMDIR, and nothing starts by itself: there is no AUTORUN.INF.
 *
 * @module
 */
import { literal } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import type { PlacedSeries, PlacedStudy } from '../file-set/file-set.ts'
import type { MediaFile } from '../media-file.ts'
import { patientsOf, readableDate, readableName, type DiscText, type Label } from './disc-text.ts'
import { words, type Language, type Words } from './words.ts'

/** A file of web content, ready: a JPEG, or a page made from a report. It lies in IHE_PDI under a name of 8.3 of its own. */
export interface WebItem {
  /** Whose it is. */
  readonly seriesUid: string
  readonly kind: 'jpeg' | 'page'
  readonly bytes: Uint8Array
}

export interface PdiOptions {
  readonly text: DiscText
  /** Of PS3.11, as it is printed; null where the content fits none. */
  readonly profile: string | null
  readonly web?: readonly WebItem[]
  /** INDEX.HTM of a viewer on the medium: the list goes where it says `<!--STUDIES-->`. */
  readonly viewerPage?: string
}

export interface Pdi {
  readonly files: readonly MediaFile[]
  readonly label: Label
  /** Where the web content of each series lies, from the root. */
  readonly webPaths: ReadonlyMap<WebItem, readonly string[]>
}

export const WEB_FOLDER = 'IHE_PDI'

export function layOutPdi(studies: readonly PlacedStudy[], options: PdiOptions): Pdi {
  const { text, profile, web = [], viewerPage } = options
  const webPaths = new Map(web.map((item, n) => [item, webPath(item, n + 1)]))
  const label: Label = {
    patients: patientsOf(studies), made: readableDate(text.made.date), institution: text.institution, profile,
    content: web.length === 0 ? 'DICOM ONLY' : 'DICOM PLUS WEB',
  }
  const list = { studies, label, text, webPaths }
  const pages = viewerPage === undefined
    ? [textFile(['INDEX.HTM'], listPage(list, ''))]
    : [textFile(['INDEX.HTM'], viewerPage.replace('<!--STUDIES-->', () => studyBlocks(list, ''))),
      ...(web.length === 0 ? [] : [textFile([WEB_FOLDER, 'LIST.HTM'], listPage(list, '../'))])]
  return {
    label, webPaths,
    files: [
      textFile(['README.TXT'], readme(label, text, viewerPage !== undefined)),
      ...pages,
      ...[...webPaths].map(([{ bytes }, path]): MediaFile => ({ path, content: [literal(bytes)] })),
    ],
  }
}

/** 8.3, told apart by their number. */
function webPath({ kind }: WebItem, number: number): readonly string[] {
  const digits = String(number).padStart(6, '0')
  return [WEB_FOLDER, kind === 'jpeg' ? `PV${digits}.JPG` : `RP${digits}.HTM`]
}

function textFile(path: readonly string[], text: string): MediaFile {
  return { path, content: [literal(Buffer.from(text, 'utf8'))] }
}

function languagesOf({ language }: DiscText): readonly Language[] {
  return language === 'en' ? ['en'] : [language, 'en']
}

/** ASCII with the line ends of DOS: it opens on anything. */
function readme(label: Label, text: DiscText, hasViewer: boolean): string {
  const parts = languagesOf(text).map((language) => readmeIn(words[language], label, text, hasViewer))
  return ascii(parts.join(`\n${'-'.repeat(60)}\n\n`)).replaceAll('\n', '\r\n')
}

function readmeIn(say: Words, { made, profile, content }: Label, text: DiscText, hasViewer: boolean): string {
  const head = [
    say.title.toUpperCase(), '',
    ...(text.institution === '' ? [] : [`${say.madeBy}: ${text.institution}`]),
    ...(text.contact === undefined || text.contact === '' ? [] : [`${say.contact}: ${text.contact}`]),
    `${say.madeOn}: ${made} (${text.product} ${text.version})`,
    `${say.profile}: ${profile ?? say.noProfile}`, '',
  ]
  const list = [say.dicom, hasViewer ? say.viewer : say.noViewer, ...(content === 'DICOM ONLY' ? [] : [say.web])]
  return [...head, say.content.toUpperCase(), '', ...list.map((line) => `* ${line}`), '', say.privacy, '', say.disclaimer, ''].join('\n')
}

function ascii(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").replace(/[^\n -~]/gu, '?')
}

interface ListPage {
  readonly studies: readonly PlacedStudy[]
  readonly label: Label
  readonly text: DiscText
  readonly webPaths: Pdi['webPaths']
}

function studyBlocks({ studies, text, webPaths }: ListPage, up: string): string {
  const linksOf = (uid: string) => [...webPaths].filter(([{ seriesUid }]) => seriesUid === uid)
    .map(([item, path]) => webLink(item, `${up}${path.join('/')}`)).join(' ')
  return studies.map((study) => studyBlock(study, words[text.language], linksOf)).join('\n')
}

/** @param up - from the page to the root. */
function listPage(list: ListPage, up: string): string {
  const { label, text } = list
  const say = words[text.language]
  const body = [
    `<h1>${escaped(say.title)}</h1>`,
    paragraph([
      text.institution === '' ? '' : `${escaped(say.madeBy)}: ${escaped(text.institution)}`,
      text.contact === undefined || text.contact === '' ? '' : `${escaped(say.contact)}: ${escaped(text.contact)}`,
      `${escaped(say.madeOn)}: ${escaped(label.made)}`, `${escaped(say.profile)}: ${escaped(label.profile ?? say.noProfile)}`,
    ]),
    `<p>${escaped(say.importable)} <a href="${up}README.TXT">README.TXT</a></p>`,
    studyBlocks(list, up),
    `<p>${escaped(say.disclaimer)}</p>`, `<p>${escaped(say.privacy)}</p>`,
  ]
  return `${XHTML}
<html xmlns="http://www.w3.org/1999/xhtml" lang="${text.language}" xml:lang="${text.language}">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${escaped(say.title)}</title></head>
<body>
${body.join('\n')}
</body>
</html>
`
}

const XHTML = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'

function paragraph(lines: readonly string[]): string {
  return `<p>${lines.filter((line) => line !== '').join('<br />')}</p>`
}

function studyBlock({ first, series }: PlacedStudy, say: Words, linksOf: (seriesUid: string) => string): string {
  const title = [readableDate(first.text(Tags.StudyDate) ?? ''), first.text(Tags.StudyDescription) ?? ''].filter((part) => part !== '').join(', ')
  const rows = series.map((each) => seriesRow(each, linksOf(each.uid))).join('\n')
  return `<h2>${escaped(say.patient)}: ${escaped(readableName(first))}</h2>
<h3>${escaped(say.study)}: ${escaped(title)}</h3>
<table>
<thead><tr><th>${escaped(say.series)}</th><th></th><th>${escaped(say.images)}</th><th></th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`
}

function seriesRow({ first, files }: PlacedSeries, links: string): string {
  const cells = [first.text(Tags.Modality) ?? '', first.text(Tags.SeriesDescription) ?? '', String(files.length)]
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}<td>${links}</td></tr>`
}

function webLink({ kind }: WebItem, href: string): string {
  return kind === 'jpeg' ? `<a href="${href}"><img src="${href}" alt="" width="96" /></a>` : `<a href="${href}">${href.split('/').at(-1) ?? ''}</a>`
}

/** Text as it is to be read; characters that XML does not know become nothing. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
