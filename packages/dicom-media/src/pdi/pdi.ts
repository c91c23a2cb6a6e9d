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
import { reportPage, reportsIn, type ReportSubject } from './reports.ts'
import { placed, WEB_FOLDER, type Placed, type WebItem } from './web.ts'
import { words, type Language, type Words } from './words.ts'
import { escaped, fact, page, paragraph } from './xhtml.ts'

export interface PdiOptions {
  readonly text: DiscText
  /** Of PS3.11, as it is printed; null where the content fits none. */
  readonly profile: string | null
  readonly web?: readonly WebItem[]
  /** Pages are made of the reports among the files. */
  readonly reports?: boolean
  /** INDEX.HTM of a viewer on the medium: the list goes where it says `<!--STUDIES-->`. */
  readonly viewerPage?: string
}

export interface Pdi {
  readonly files: readonly MediaFile[]
  readonly label: Label
  /** The web content, and where it lies. */
  readonly web: readonly Placed[]
}

export function layOutPdi(studies: readonly PlacedStudy[], options: PdiOptions): Pdi {
  const { text, profile, reports = false, viewerPage } = options
  const web = placed<WebItem | ReportSubject>([...(options.web ?? []), ...(reports ? reportsIn(studies, text) : [])])
  const label: Label = {
    patients: patientsOf(studies), made: readableDate(text.made.date), institution: text.institution, profile,
    content: web.length === 0 ? 'DICOM ONLY' : 'DICOM PLUS WEB',
  }
  const list = { studies, label, text, web }
  const pages = viewerPage === undefined
    ? [textFile(['INDEX.HTM'], listPage(list, ''))]
    : [textFile(['INDEX.HTM'], viewerPage.replace('<!--STUDIES-->', () => studyBlocks(list, ''))),
      ...(web.length === 0 ? [] : [textFile([WEB_FOLDER, LIST], listPage(list, '../'))])]
  return {
    label, web,
    files: [textFile(['README.TXT'], readme(label, text, viewerPage !== undefined)), ...pages, ...webFiles(web, text, viewerPage !== undefined)],
  }
}

const LIST = 'LIST.HTM'

function webFiles(web: readonly Placed<WebItem | ReportSubject>[], text: DiscText, hasViewer: boolean): readonly MediaFile[] {
  const pictures = new Map(web.flatMap(({ image, path }) => (image === undefined ? [] : [[`${image.sopInstanceUid} ${image.frame}`, path.at(-1) ?? ''] as const])))
  const options = {
    text, list: hasViewer ? LIST : '../INDEX.HTM',
    pictureOf: ({ sopInstanceUid, frame }: { readonly sopInstanceUid: string; readonly frame: number }) => pictures.get(`${sopInstanceUid} ${frame}`),
  }
  return web.map((item) => (item.kind === 'page' ? textFile(item.path, reportPage(item, options)) : { path: item.path, content: item.content }))
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
  readonly web: Pdi['web']
}

function studyBlocks({ studies, text, web }: ListPage, up: string): string {
  const say = words[text.language]
  const links = new Map<string, string[]>()
  for (const item of web) links.set(item.seriesUid, [...(links.get(item.seriesUid) ?? []), webLink(item, up, say)])
  const linksOf = (uid: string) => (links.get(uid) ?? []).join(' ')
  return studies.map((study) => studyBlock(study, say, linksOf)).join('\n')
}

/** @param up - from the page to the root. */
function listPage(list: ListPage, up: string): string {
  const { label, text } = list
  const say = words[text.language]
  return page(say.title, text.language, [
    `<h1>${escaped(say.title)}</h1>`,
    paragraph([
      fact(say.madeBy, text.institution), fact(say.contact, text.contact ?? ''), fact(say.madeOn, label.made), fact(say.profile, label.profile ?? say.noProfile),
    ]),
    `<p>${escaped(say.importable)} <a href="${up}README.TXT">README.TXT</a></p>`,
    studyBlocks(list, up),
    `<p>${escaped(say.disclaimer)}</p>`, `<p>${escaped(say.privacy)}</p>`,
  ])
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

function webLink({ kind, title, path }: Placed, up: string, say: Words): string {
  const href = `${up}${path.join('/')}`
  if (kind === 'preview' || kind === 'picture') return `<a href="${href}"><img src="${href}" alt="${escaped(say.picture)}" width="96" /></a>`
  return `<a href="${href}">${escaped(title ?? path.at(-1) ?? '')}</a>`
}
